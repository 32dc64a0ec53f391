package fr.prosante.keycloak.card.core.crl;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Reads and verifies a list. */
final class CrlParser {

    private static final int CRL_SIGN = 6;

    private CrlParser() {}

    static RevocationList parse(byte[] der, Collection<X509Certificate> authorities, Instant now) throws CrlException {
        X509CRL crl;
        try (InputStream stream = new ByteArrayInputStream(der)) {
            crl = (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(stream);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new CrlException("not a revocation list", e);
        }
        if (crl.hasUnsupportedCriticalExtension() || crl.getExtensionValue("2.5.29.28") != null) {
            throw new CrlException("a partial list, or with an unknown critical extension");
        }
        if (crl.getNextUpdate() == null || crl.getThisUpdate().toInstant().isAfter(now.plusSeconds(300))) {
            throw new CrlException("dates are missing or in the future");
        }
        X509Certificate authority = authorities.stream()
                .filter(candidate -> candidate.getSubjectX500Principal().equals(crl.getIssuerX500Principal()))
                .filter(candidate -> verifies(crl, candidate))
                .findFirst()
                .orElseThrow(() -> new CrlException("not signed by an authority of the set"));
        Set<BigInteger> serials = new HashSet<>();
        if (crl.getRevokedCertificates() != null) {
            crl.getRevokedCertificates().forEach(entry -> serials.add(entry.getSerialNumber()));
        }
        return new RevocationList(
                authority,
                crl.getThisUpdate().toInstant(),
                crl.getNextUpdate().toInstant(),
                serials::contains,
                der.length);
    }

    private static boolean verifies(X509CRL crl, X509Certificate authority) {
        boolean[] usage = authority.getKeyUsage();
        if (usage != null && !usage[CRL_SIGN]) {
            return false;
        }
        try {
            crl.verify(authority.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }
}
