package fr.prosante.keycloak.card.core;

import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;

/**
 * The private extensions of a card certificate, found by OID. The OID of an extension is that of the nomenclature of its
 * value (arc 1.2.250.1.71 of the ANS).
 */
final class Extensions {

    static final String CARD_TYPE = "1.2.250.1.71.1.2.2";
    static final String CARD_NUMBER = "1.2.250.1.71.1.2.3";
    static final String PRODUCT_CATEGORY = "1.2.250.1.71.1.2.5";
    static final String PROFESSION = "1.2.250.1.71.1.2.7";
    static final String SAVOIR_FAIRE = "1.2.250.1.71.4.2.5";

    /** The longest seen is 26 bytes; a bound keeps hostile nesting from costing stack or time. */
    private static final int LONGEST = 2048;

    private final X509Certificate certificate;

    Extensions(X509Certificate certificate) {
        this.certificate = certificate;
    }

    Optional<Integer> integer(String oid) throws CardFormatException {
        Optional<ASN1Primitive> value = value(oid);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ASN1Integer number && number.getValue().bitLength() < Integer.SIZE) {
            return Optional.of(number.intValueExact());
        }
        throw new CardFormatException("extension " + oid + " is not an integer");
    }

    /** An OCTET STRING of one byte, from 0 to 255. */
    Optional<Integer> octet(String oid) throws CardFormatException {
        Optional<ASN1Primitive> value = value(oid);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ASN1OctetString octets && octets.getOctets().length == 1) {
            return Optional.of(Byte.toUnsignedInt(octets.getOctets()[0]));
        }
        throw new CardFormatException("extension " + oid + " is not one octet");
    }

    Optional<String> string(String oid) throws CardFormatException {
        Optional<ASN1Primitive> value = value(oid);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof ASN1String string) {
            return Optional.of(Text.of(string, "extension " + oid));
        }
        throw new CardFormatException("extension " + oid + " is not a string");
    }

    /** A SEQUENCE OF strings, or one bare string; empty when the extension is absent. */
    List<String> strings(String oid) throws CardFormatException {
        Optional<ASN1Primitive> value = value(oid);
        if (value.isEmpty()) {
            return List.of();
        }
        if (value.get() instanceof ASN1String string) {
            return List.of(Text.of(string, "extension " + oid).toUpperCase(Locale.ROOT));
        }
        if (!(value.get() instanceof ASN1Sequence sequence)) {
            throw new CardFormatException("extension " + oid + " is not a sequence");
        }
        List<String> strings = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            if (!(sequence.getObjectAt(i).toASN1Primitive() instanceof ASN1String string)) {
                throw new CardFormatException("extension " + oid + " holds something else than strings");
            }
            strings.add(Text.of(string, "extension " + oid).toUpperCase(Locale.ROOT));
        }
        return List.copyOf(strings);
    }

    private Optional<ASN1Primitive> value(String oid) throws CardFormatException {
        return Optional.ofNullable(certificate.getExtensionValue(oid)).isEmpty()
                ? Optional.empty()
                : Optional.of(Der.unwrap(certificate.getExtensionValue(oid), LONGEST, "extension " + oid));
    }
}
