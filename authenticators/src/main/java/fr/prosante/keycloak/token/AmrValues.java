package fr.prosante.keycloak.token;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The {@code amr} claim as a set of single RFC 8176 values.
 *
 * <p>Keycloak gives one reference per execution and knows nothing of what a broker proved; here a reference may hold
 * several values separated by spaces ({@code "sc pin mfa"}), each said once, in the order first met.
 */
final class AmrValues {

    private AmrValues() {}

    static List<String> merge(Stream<String> references) {
        Set<String> values = new LinkedHashSet<>();
        references
                .flatMap(reference -> Stream.of(reference.trim().split("\\s+")))
                .filter(value -> !value.isEmpty())
                .forEach(values::add);
        return List.copyOf(values);
    }
}
