package fr.prosante.keycloak.config;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.provider.ProviderConfigProperty;

/** A factory whose options are checked when an administrator saves them. */
public interface Configured {

    /** The options in the order in which the admin console shows them. */
    List<Option<?>> options();

    /** All that is wrong with a configuration; empty if it can be saved. */
    default List<Problem> problems(Map<String, String> config) {
        return options().stream()
                .map(option -> option.problem(config))
                .flatMap(Optional::stream)
                .toList();
    }

    /** For {@code getConfigProperties()} of the factory. */
    default List<ProviderConfigProperty> configProperties() {
        return options().stream().map(Option::toProviderConfigProperty).toList();
    }
}
