package fr.prosante.keycloak.card.core;

import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.Set;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.PolicyInformation;

/** The certificate policies under which a card was issued. */
final class Policies {

    private static final String CERTIFICATE_POLICIES = "2.5.29.32";
    private static final int LONGEST = 4096;

    private Policies() {}

    static boolean anyOf(Set<String> accepted, X509Certificate certificate) throws CardFormatException {
        byte[] extension = certificate.getExtensionValue(CERTIFICATE_POLICIES);
        if (extension == null) {
            return false;
        }
        try {
            return Arrays.stream(CertificatePolicies.getInstance(Der.unwrap(extension, LONGEST, "policies"))
                            .getPolicyInformation())
                    .map(PolicyInformation::getPolicyIdentifier)
                    .anyMatch(oid -> accepted.contains(oid.getId()));
        } catch (RuntimeException e) {
            throw new CardFormatException("policies are malformed", e);
        }
    }
}
