package fr.prosante.keycloak.card.core;

import java.io.IOException;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.ASN1Primitive;

/** Parsing of untrusted DER: every failure is a {@link CardFormatException}, whatever the parser throws. */
final class Der {

    private Der() {}

    static ASN1Primitive parse(byte[] der, int longest, String part) throws CardFormatException {
        if (der.length > longest) {
            throw new CardFormatException(part + " is too long");
        }
        if (der.length == 0) {
            throw new CardFormatException(part + " is empty");
        }
        try {
            return ASN1Primitive.fromByteArray(der);
        } catch (IOException | RuntimeException e) {
            throw new CardFormatException(part + " is not DER", e);
        }
    }

    /** The content of an extension, which {@code X509Certificate} gives inside its OCTET STRING. */
    static ASN1Primitive unwrap(byte[] extension, int longest, String part) throws CardFormatException {
        if (parse(extension, longest, part) instanceof ASN1OctetString octets) {
            return parse(octets.getOctets(), longest, part);
        }
        throw new CardFormatException(part + " is not in an octet string");
    }
}
