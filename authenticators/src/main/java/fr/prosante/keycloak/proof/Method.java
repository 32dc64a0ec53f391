package fr.prosante.keycloak.proof;

import java.util.Locale;

/** The two means that prove who a professional is. */
public enum Method {
    CARD,
    PSC;

    /** The value in user attributes and events: {@code card} or {@code psc}. */
    public String value() {
        return name().toLowerCase(Locale.ROOT);
    }
}
