package fr.prosante.keycloak.testbed.psc;

/** What the simulator does wrong, on demand. Each belongs to one step of the login. */
public enum Fault {
    NONE,

    // The callback: OAuth errors as the ANS's page on errors lists them.
    ACCESS_DENIED,
    LOGIN_REQUIRED,
    INTERACTION_REQUIRED,
    CONSENT_REQUIRED,
    TEMPORARILY_UNAVAILABLE,
    SERVER_ERROR,
    CALLBACK_INVALID_CLIENT,
    MIXED_UP_ISS,
    /** Not a fault unless the parameter is asked for (RFC 9207). */
    NO_ISS,
    NO_CODE,
    NO_STATE,

    // The token endpoint.
    INVALID_CLIENT,
    INVALID_GRANT,
    TOKEN_500,
    TOKEN_GARBAGE,
    TOKEN_HUGE,
    TOKEN_SLOW,
    TOKEN_TRICKLE,
    NO_ID_TOKEN,

    // The ID token.
    ALG_NONE,
    ALG_HS256,
    WRONG_SIGNATURE,
    UNKNOWN_KEY,
    WRONG_ISSUER,
    WRONG_AUDIENCE,
    WRONG_AZP,
    WRONG_NONCE,
    NO_NONCE,
    WRONG_AT_HASH,
    EXPIRED,
    FROM_THE_FUTURE,
    OTHER_NUMBER_IN_ID_TOKEN,
    /** Said in userinfo only, which nobody signs. */
    ACR_IN_USERINFO,
    AUTH_MODE_IN_USERINFO,
    /** Not a fault: as seen in the field. */
    AUTH_MODE_IN_ACCESS_TOKEN,
    AUTH_MODE_IN_FORGED_ACCESS_TOKEN,
    UNKNOWN_AUTH_MODE,
    NO_AUTH_MODE,

    // The published keys, for as long as the fault is on: they belong to no login.
    KEYS_500,
    KEYS_GARBAGE,
    KEYS_EMPTY,
    KEYS_HUGE,
    KEYS_SLOW,
    KEYS_TRICKLE,

    // Userinfo.
    USERINFO_401,
    USERINFO_500,
    USERINFO_GARBAGE,
    USERINFO_HUGE,
    USERINFO_SLOW,
    USERINFO_HTML,
    OTHER_SUBJECT,
    OTHER_PERSON,
    MALFORMED_NUMBER,
    NO_NUMBER,
    /** Not a fault: userinfo as a signed JWT. */
    USERINFO_SIGNED,
    USERINFO_SIGNED_HS256,
    USERINFO_SIGNED_WRONG_KEY,
    USERINFO_SIGNED_WRONG_ISSUER,
    USERINFO_SIGNED_WRONG_AUDIENCE,
    /** Not a fault: everybody has the same address, said to be verified. */
    SHARED_EMAIL,

    // The logout.
    LOGOUT_LOSES_STATE,
    LOGOUT_EMPTIES_STATE,
    LOGOUT_ALTERS_STATE
}
