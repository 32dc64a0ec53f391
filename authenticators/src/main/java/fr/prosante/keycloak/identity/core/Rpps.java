package fr.prosante.keycloak.identity.core;

import java.util.Optional;
import java.util.regex.Pattern;

/** Type 8: {@code 8} and the 11 digits of the Répertoire partagé des professionnels de santé. */
public record Rpps(String value) implements NationalId {

    private static final Pattern SHAPE = Pattern.compile("8[0-9]{11}");

    public Rpps {
        NationalIds.requireShape(SHAPE, value);
    }

    static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }

    @Override
    public Optional<String> rpps() {
        return Optional.of(value.substring(1));
    }
}
