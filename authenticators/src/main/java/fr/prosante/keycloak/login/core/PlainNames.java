package fr.prosante.keycloak.login.core;

/** Whether user names (and e-mail addresses, if the realm allows them) that are no national identifier may log in. */
public enum PlainNames {
    REFUSED,
    ALLOWED
}
