package fr.prosante.keycloak.identity.core;

/** What to do with a number whose check key is wrong: published samples of the ANS break the RPPS key. */
public enum KeyCheck {
    STRICT,
    TOLERANT
}
