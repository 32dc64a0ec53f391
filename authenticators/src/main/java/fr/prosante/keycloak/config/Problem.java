package fr.prosante.keycloak.config;

import java.util.List;

/**
 * Why a setting is refused: a message of this jar and its parameters, of which the first is the label of the setting. A
 * parameter that is itself a message key is translated too, as Keycloak does for components.
 */
public record Problem(String messageKey, List<String> parameters) {

    public Problem {
        parameters = List.copyOf(parameters);
    }

    public static Problem of(String messageKey, String... parameters) {
        return new Problem(messageKey, List.of(parameters));
    }
}
