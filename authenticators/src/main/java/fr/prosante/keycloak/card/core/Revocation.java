package fr.prosante.keycloak.card.core;

import java.security.cert.X509Certificate;
import java.time.Instant;

/** Tells whether a certificate was revoked; answers at once and never waits for the network. */
@FunctionalInterface
public interface Revocation {

    /** What is known of one certificate. */
    enum Status {
        GOOD,
        REVOKED,
        /** No information that is fresh and of the right authority. */
        CANNOT_TELL,
        /** The same, but the information is being fetched for the first time: worth a second try. */
        NOT_YET
    }

    Status status(X509Certificate certificate, X509Certificate issuer, Instant now);

    /** Asks {@code second} where this one cannot tell; while this one may still find out, it is waited for. */
    default Revocation orElse(Revocation second) {
        return (certificate, issuer, now) -> {
            Status status = status(certificate, issuer, now);
            return status == Status.CANNOT_TELL ? second.status(certificate, issuer, now) : status;
        };
    }
}
