package fr.prosante.keycloak.card;

/** Which authorities may vouch for cards. */
enum AnchorSet {
    IGC_SANTE,
    IGC_SANTE_TEST,
    FILES
}
