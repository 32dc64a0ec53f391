package fr.prosante.keycloak.card.core;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/** Where a certificate says its revocation list is. Only http: the ldap twins of IGC-Santé would be fetched by JNDI. */
public final class DistributionPoints {

    private static final String CRL_DISTRIBUTION_POINTS = "2.5.29.31";
    private static final int LONGEST = 4096;

    private DistributionPoints() {}

    /** The http addresses; none for a certificate without the extension or with a malformed one. */
    public static List<URI> http(X509Certificate certificate) {
        byte[] extension = certificate.getExtensionValue(CRL_DISTRIBUTION_POINTS);
        if (extension == null) {
            return List.of();
        }
        try {
            List<URI> addresses = new ArrayList<>();
            for (DistributionPoint point : CRLDistPoint.getInstance(Der.unwrap(extension, LONGEST, "lists"))
                    .getDistributionPoints()) {
                collect(point, addresses);
            }
            return List.copyOf(addresses);
        } catch (CardFormatException | RuntimeException e) {
            return List.of();
        }
    }

    private static void collect(DistributionPoint point, List<URI> addresses) {
        DistributionPointName name = point.getDistributionPoint();
        if (name == null || name.getType() != DistributionPointName.FULL_NAME) {
            return;
        }
        for (GeneralName general : GeneralNames.getInstance(name.getName()).getNames()) {
            if (general.getTagNo() == GeneralName.uniformResourceIdentifier
                    && general.getName() instanceof ASN1String uri
                    && uri.getString().toLowerCase(Locale.ROOT).startsWith("http://")) {
                addresses.add(URI.create(uri.getString().replace(" ", "%20")));
            }
        }
    }
}
