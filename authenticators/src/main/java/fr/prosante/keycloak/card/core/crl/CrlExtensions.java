package fr.prosante.keycloak.card.core.crl;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.IssuingDistributionPoint;

/**
 * Extensions of a list and of its entries (RFC 5280 §5.2, §5.3). What changes the meaning of the list and is not
 * understood makes the list unusable: delta lists, indirect lists, lists for some reasons only.
 */
final class CrlExtensions {

    private static final String ISSUING_DISTRIBUTION_POINT = "551d1c";
    private static final String DELTA_INDICATOR = "551d1b";
    private static final int LONGEST = 4096;

    private CrlExtensions() {}

    /** @param extensions the sequence inside the [0] of the list */
    static Scope scope(DerCursor extensions) throws CrlException {
        Scope scope = Scope.EVERYTHING;
        while (!extensions.atEnd()) {
            Extension extension = Extension.read(extensions.enter(DerCursor.SEQUENCE));
            if (extension.oid().equals(ISSUING_DISTRIBUTION_POINT)) {
                scope = partOf(extension.value());
            } else if (extension.critical() || extension.oid().equals(DELTA_INDICATOR)) {
                throw new CrlException("delta list or unknown critical extension " + extension.oid());
            }
        }
        return scope;
    }

    static void checkEntry(DerCursor extensions) throws CrlException {
        while (!extensions.atEnd()) {
            DerCursor extension = extensions.enter(DerCursor.SEQUENCE);
            DerCursor oid = extension.enter(DerCursor.OBJECT_IDENTIFIER);
            // Built for each of a million entries otherwise: the text of an identifier is made only where one is
            // critical.
            if (isCertificateIssuer(oid) || extension.isNext(DerCursor.BOOLEAN)) {
                throw new CrlException("an entry of another issuer or with an unknown critical extension");
            }
            extension.skip(DerCursor.OCTET_STRING);
        }
    }

    private static boolean isCertificateIssuer(DerCursor oid) {
        return oid.length() == 3 && oid.at(0) == 0x55 && oid.at(1) == 0x1d && oid.at(2) == 0x1d;
    }

    private static Scope partOf(DerCursor value) throws CrlException {
        if (value.length() > LONGEST) {
            throw new CrlException("issuing distribution point is too long");
        }
        try {
            IssuingDistributionPoint point = IssuingDistributionPoint.getInstance(value.rest());
            if (point.isIndirectCRL() || point.onlyContainsAttributeCerts() || point.getOnlySomeReasons() != null) {
                throw new CrlException("an indirect list, or one for some reasons only");
            }
            return new Scope(
                    point.onlyContainsUserCerts(),
                    point.onlyContainsCACerts(),
                    addresses(Optional.ofNullable(point.getDistributionPoint())));
        } catch (RuntimeException e) {
            throw new CrlException("issuing distribution point is malformed", e);
        }
    }

    private static Set<String> addresses(Optional<DistributionPointName> point) {
        Set<String> addresses = new HashSet<>();
        if (point.isPresent() && point.get().getType() == DistributionPointName.FULL_NAME) {
            for (GeneralName name :
                    GeneralNames.getInstance(point.get().getName()).getNames()) {
                if (name.getName() instanceof ASN1String uri) {
                    addresses.add(uri.getString());
                }
            }
        }
        return addresses;
    }

    /** One extension; the identifier as the hexadecimal of its content. */
    private record Extension(String oid, boolean critical, DerCursor value) {

        static Extension read(DerCursor extension) throws CrlException {
            DerCursor oid = extension.enter(DerCursor.OBJECT_IDENTIFIER);
            if (oid.length() > 64) {
                throw new CrlException("object identifier is too long");
            }
            boolean critical = false;
            if (extension.isNext(DerCursor.BOOLEAN)) {
                DerCursor flag = extension.enter(DerCursor.BOOLEAN);
                critical = flag.length() != 1 || flag.at(0) != 0;
            }
            return new Extension(
                    HexFormat.of().formatHex(oid.rest()), critical, extension.enter(DerCursor.OCTET_STRING));
        }
    }
}
