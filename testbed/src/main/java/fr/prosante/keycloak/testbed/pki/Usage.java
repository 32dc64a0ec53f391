package fr.prosante.keycloak.testbed.pki;

/** What the key of a leaf is for; a real card holds one of each. */
public enum Usage {
    AUTHENTICATION,
    SIGNATURE
}
