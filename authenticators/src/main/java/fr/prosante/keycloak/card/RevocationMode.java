package fr.prosante.keycloak.card;

/** How revocation is checked. */
enum RevocationMode {
    CRL,
    OFF
}
