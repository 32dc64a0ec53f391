package fr.prosante.keycloak.config;

import java.util.List;
import java.util.stream.Stream;

/** Why a text cannot be the value of an option: a message whose first parameter is the option's label. */
public final class WrongValue extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final String messageKey;
    private final List<String> parameters;

    /** @param parameters those after the label */
    public WrongValue(String messageKey, String... parameters) {
        super(messageKey);
        this.messageKey = messageKey;
        this.parameters = List.of(parameters);
    }

    Problem of(Option<?> option) {
        return new Problem(
                messageKey,
                Stream.concat(Stream.of(option.labelKey()), parameters.stream()).toList());
    }
}
