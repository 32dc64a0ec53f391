package fr.prosante.keycloak.identity.core;

import java.util.regex.Pattern;

/** A fictitious identity of the ANS test population (origin EDIT), for instance {@code ANS20231122132732}. */
public record TestIdentity(String value) implements NationalId {

    private static final Pattern SHAPE = Pattern.compile("ANS[0-9A-Z]{1,29}");

    public TestIdentity {
        NationalIds.requireShape(SHAPE, value);
    }

    static boolean fits(String value) {
        return SHAPE.matcher(value).matches();
    }
}
