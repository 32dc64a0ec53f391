package fr.prosante.keycloak.psc;

/**
 * How this service proves itself at the token endpoint. With either form of the secret a client certificate may be
 * presented as well; {@code tls-client-auth} is the certificate alone (RFC 8705).
 */
enum ClientProof {
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_POST,
    TLS_CLIENT_AUTH;

    boolean needsSecret() {
        return this != TLS_CLIENT_AUTH;
    }
}
