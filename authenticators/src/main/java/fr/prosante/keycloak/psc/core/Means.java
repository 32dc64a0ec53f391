package fr.prosante.keycloak.psc.core;

import java.util.Locale;
import java.util.Optional;

/**
 * By which means the person came to Pro Santé Connect, {@code authMode}. Only {@code CARD} has been seen in the field;
 * the other name is the one of the CIBA channel.
 */
public enum Means {
    CARD("sc pin mfa"),
    MOBILE("swk pin mfa"),
    UNKNOWN("mfa");

    private final String amr;

    Means(String amr) {
        this.amr = amr;
    }

    public static Means of(Optional<String> authMode) {
        return switch (authMode.orElse("").toUpperCase(Locale.ROOT)) {
            case "CARD" -> CARD;
            case "MOBILE" -> MOBILE;
            default -> UNKNOWN;
        };
    }

    /** Values of RFC 8176, separated by spaces. */
    public String amr() {
        return amr;
    }
}
