package fr.prosante.keycloak.card.core;

import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.List;

/** Tells the authentication certificate of a card from the signature certificate: key usage and extended key usage. */
final class Use {

    private static final int DIGITAL_SIGNATURE = 0;
    private static final int NON_REPUDIATION = 1;
    private static final String CLIENT_AUTH = "1.3.6.1.5.5.7.3.2";
    private static final String EMAIL_PROTECTION = "1.3.6.1.5.5.7.3.4";

    private Use() {}

    static void requireAuthentication(X509Certificate certificate) throws Refused {
        boolean[] usage = certificate.getKeyUsage();
        List<String> purposes = purposes(certificate);
        if ((usage != null && usage[NON_REPUDIATION]) || purposes.contains(EMAIL_PROTECTION)) {
            throw new Refused(CardFault.SIGNATURE_CERTIFICATE, "key usage");
        }
        if (usage == null || !usage[DIGITAL_SIGNATURE] || !purposes.contains(CLIENT_AUTH)) {
            throw new Refused(CardFault.NOT_FOR_AUTHENTICATION, "key usage");
        }
        if (certificate.getBasicConstraints() >= 0) {
            throw new Refused(CardFault.NOT_FOR_AUTHENTICATION, "an authority");
        }
    }

    private static List<String> purposes(X509Certificate certificate) throws Refused {
        try {
            List<String> purposes = certificate.getExtendedKeyUsage();
            return purposes == null ? List.of() : purposes;
        } catch (CertificateParsingException e) {
            throw new Refused(CardFault.NOT_FOR_AUTHENTICATION, "extended key usage");
        }
    }
}
