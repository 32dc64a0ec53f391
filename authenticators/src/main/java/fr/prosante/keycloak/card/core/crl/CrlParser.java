package fr.prosante.keycloak.card.core.crl;

import java.nio.ByteBuffer;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import javax.security.auth.x500.X500Principal;

/**
 * Reads and verifies a list (RFC 5280 §5.1). The signature comes first: what is not signed by a known authority is not
 * read any further.
 */
final class CrlParser {

    private static final int CRL_SIGN = 6;
    private static final int EXTENSIONS = 0xa0;
    private static final int LONGEST_NAME = 4096;
    private static final int LONGEST_SIGNATURE = 4096;
    private static final Duration SKEW = Duration.ofMinutes(5);

    private CrlParser() {}

    static RevocationList parse(ByteBuffer der, Collection<X509Certificate> authorities, Instant now)
            throws CrlException {
        DerCursor whole = new DerCursor(der);
        DerCursor list = whole.enter(DerCursor.SEQUENCE);
        if (!whole.atEnd()) {
            throw new CrlException("something follows the list");
        }
        int start = list.position();
        DerCursor signed = list.enter(DerCursor.SEQUENCE);
        int end = list.position();
        byte[] algorithm = list.whole();
        DerCursor signature = list.enter(DerCursor.BIT_STRING);
        if (signature.length() < 2 || signature.length() > LONGEST_SIGNATURE || signature.at(0) != 0) {
            throw new CrlException("signature is malformed");
        }
        byte[] bits = signature.rest();

        if (signed.isNext(DerCursor.INTEGER)) {
            signed.skip(DerCursor.INTEGER);
        }
        if (!Arrays.equals(signed.whole(), algorithm)) {
            throw new CrlException("two signature algorithms");
        }
        X509Certificate authority = authority(
                issuer(signed),
                authorities,
                new CrlSignature(algorithm, Arrays.copyOfRange(bits, 1, bits.length), der.slice(start, end - start)));
        return content(signed, authority, now);
    }

    private static X500Principal issuer(DerCursor signed) throws CrlException {
        byte[] name = signed.whole();
        if (name.length > LONGEST_NAME) {
            throw new CrlException("issuer is too long");
        }
        try {
            return new X500Principal(name);
        } catch (IllegalArgumentException e) {
            throw new CrlException("issuer is malformed", e);
        }
    }

    private static X509Certificate authority(
            X500Principal issuer, Collection<X509Certificate> authorities, CrlSignature signature) throws CrlException {
        for (X509Certificate candidate : authorities) {
            boolean[] usage = candidate.getKeyUsage();
            boolean maySign = usage == null || usage[CRL_SIGN];
            if (maySign
                    && candidate.getSubjectX500Principal().equals(issuer)
                    && signature.isOf(candidate.getPublicKey())) {
                return candidate;
            }
        }
        throw new CrlException("not signed by an authority of the set");
    }

    private static RevocationList content(DerCursor signed, X509Certificate authority, Instant now)
            throws CrlException {
        Instant thisUpdate = CrlTime.read(signed);
        if (!CrlTime.isNext(signed)) {
            throw new CrlException("next update is missing");
        }
        Instant nextUpdate = CrlTime.read(signed);
        if (thisUpdate.isAfter(now.plus(SKEW))) {
            throw new CrlException("from the future");
        }
        if (!now.isBefore(nextUpdate)) {
            throw new CrlException("expired");
        }
        DerCursor entries = signed.isNext(DerCursor.SEQUENCE) ? signed.enter(DerCursor.SEQUENCE) : signed.nothing();
        Scope scope = Scope.EVERYTHING;
        if (signed.isNext(EXTENSIONS)) {
            scope = CrlExtensions.scope(signed.enter(EXTENSIONS).enter(DerCursor.SEQUENCE));
        }
        if (!signed.atEnd()) {
            throw new CrlException("something follows the entries");
        }
        return new RevocationList(authority, thisUpdate, nextUpdate, scope, Entries.read(entries));
    }
}
