package fr.prosante.keycloak.identity.core;

import java.util.regex.Pattern;

/**
 * Type 0: {@code 0} and the 9 characters of the former ADELI register. The register was closed in September 2024: such
 * a number is an alias of the RPPS identity of the same person, and still the CN of cards made before.
 */
public record Adeli(String value) implements NationalId {

    private static final Pattern SHAPE = Pattern.compile("0[0-9][0-9A-F]{2}[0-9]{6}");

    public Adeli {
        NationalIds.requireShape(SHAPE, value);
    }

    static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The 9 characters without the type digit. */
    public String number() {
        return value.substring(1);
    }
}
