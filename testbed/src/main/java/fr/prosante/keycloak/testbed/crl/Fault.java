package fr.prosante.keycloak.testbed.crl;

/** How the publication of revocation lists can fail. */
public enum Fault {
    NONE,
    /** Answers after {@link CrlServer#delay()}. */
    SLOW,
    /** Half of the list. */
    TRUNCATED,
    /** Status 500. */
    ERROR,
    /** A good list, of another issuer. */
    OTHER_ISSUER,
    /** A list whose next update is past. */
    EXPIRED,
    /** Status 302 to itself, for ever. */
    REDIRECT_LOOP,
    /** 200 MB of nothing. */
    HUGE,
    /** Takes the request and never answers. */
    SILENT
}
