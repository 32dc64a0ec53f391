package fr.prosante.keycloak.testbed.cards;

/** What a person would call it. */
public enum CardKind {
    CPS,
    CPF,
    CPE,
    CPA,
    /** A key in a file, not on a card. */
    SOFTWARE,
    /** The other certificate of a card, which must not log anybody in. */
    SIGNATURE
}
