package fr.prosante.keycloak.card.core.crl;

import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;

/** A list whose signature was verified with the key of {@code authority}, which is the only one it speaks for. */
record RevocationList(
        X509Certificate authority, Instant thisUpdate, Instant nextUpdate, Scope scope, SerialSet serials) {

    boolean speaksFor(X509Certificate certificate, X509Certificate issuer, Instant now) {
        return now.isBefore(nextUpdate)
                && (authority.equals(issuer)
                        || (authority.getSubjectX500Principal().equals(issuer.getSubjectX500Principal())
                                && authority.getPublicKey().equals(issuer.getPublicKey())))
                && scope.covers(certificate);
    }

    boolean isOlderThan(RevocationList other) {
        return thisUpdate.isBefore(other.thisUpdate);
    }

    boolean revokes(BigInteger serial) {
        return serials.contains(serial);
    }
}
