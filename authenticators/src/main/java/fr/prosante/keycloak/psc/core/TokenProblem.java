package fr.prosante.keycloak.psc.core;

/** Why an ID token is not believed (OpenID Connect Core 1.0, §3.1.3.7). */
public enum TokenProblem {
    ISSUER,
    AUDIENCE,
    AUTHORIZED_PARTY,
    EXPIRED,
    FROM_THE_FUTURE,
    NONCE,
    SUBJECT,
    ACCESS_TOKEN_HASH
}
