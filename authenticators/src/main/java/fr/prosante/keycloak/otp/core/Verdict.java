package fr.prosante.keycloak.otp.core;

/** What became of a typed code. */
public enum Verdict {
    /** Right; the code is spent. */
    ACCEPTED,
    /** Looked at and wrong. */
    WRONG,
    /** There is no code for this user and address. */
    NONE,
    /** Too late; not looked at. */
    EXPIRED,
    /** The code's guesses are used up; not looked at. */
    CODE_EXHAUSTED,
    /** The user's guesses of 24 hours are used up; not looked at. */
    DAY_EXHAUSTED,
    /** Right, but spent an instant before. */
    SPENT
}
