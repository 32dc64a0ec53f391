package fr.prosante.keycloak.identity.core;

import java.util.regex.Pattern;

/**
 * Types 1, 3, 4, 5 and 6: the employee of a structure, {@code <type><structure number>/<internal id>}, for instance
 * {@code 30B0057881/CPET0002}. The type tells what the structure number is: 1 ADELI practice, 3 FINESS, 4 SIREN, 5
 * SIRET, 6 RPPS practice.
 */
public record Employee(String value) implements NationalId {

    private static final Pattern SHAPE =
            Pattern.compile("(?:1[0-9][0-9A-F]{2}[0-9]{8}|3[0-9][0-9A-Z][0-9]{7}|4[0-9]{9}|5[0-9]{14}|6[0-9]{14})"
                    + "/[0-9A-Z][0-9A-Z._-]{0,31}");

    public Employee {
        NationalIds.requireShape(SHAPE, value);
    }

    static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }

    /** The number of the structure, without the type digit. */
    public String structure() {
        return value.substring(1, value.indexOf('/'));
    }

    char type() {
        return value.charAt(0);
    }
}
