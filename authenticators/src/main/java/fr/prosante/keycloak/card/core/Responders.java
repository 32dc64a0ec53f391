package fr.prosante.keycloak.card.core;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.GeneralName;

/** Where a certificate says that one can ask about it (OCSP). Those of persons name a responder, authorities name none. */
public final class Responders {

    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final int LONGEST = 4096;

    private Responders() {}

    /** The http addresses; none for a certificate without the extension or with a malformed one. */
    public static List<URI> http(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS);
        if (extension == null) {
            return List.of();
        }
        try {
            return Arrays.stream(AuthorityInformationAccess.getInstance(Der.unwrap(extension, LONGEST, "responders"))
                            .getAccessDescriptions())
                    .filter(access -> AccessDescription.id_ad_ocsp.equals(access.getAccessMethod()))
                    .flatMap(access -> http(access.getAccessLocation()).stream())
                    .toList();
        } catch (CardFormatException | RuntimeException e) {
            return List.of();
        }
    }

    private static Optional<URI> http(GeneralName location) {
        return location.getTagNo() == GeneralName.uniformResourceIdentifier
                        && location.getName() instanceof ASN1String text
                        && text.getString().toLowerCase(Locale.ROOT).startsWith("http://")
                ? Optional.of(URI.create(text.getString())).filter(address -> address.getHost() != null)
                : Optional.empty();
    }
}
