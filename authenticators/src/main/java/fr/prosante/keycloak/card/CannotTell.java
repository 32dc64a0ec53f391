package fr.prosante.keycloak.card;

/** What to do with a card when nobody can tell whether it was revoked. */
enum CannotTell {
    REFUSE,
    ACCEPT
}
