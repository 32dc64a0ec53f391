package fr.prosante.keycloak.card.core;

import java.util.Optional;
import org.bouncycastle.asn1.ASN1OctetString;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.jspecify.annotations.Nullable;

/** The two extensions that link a certificate to the key that signed it. */
final class KeyIdentifiers {

    private static final int LONGEST = 1024;

    private KeyIdentifiers() {}

    static Optional<byte[]> subject(byte @Nullable [] extension) throws CardFormatException {
        if (extension == null) {
            return Optional.empty();
        }
        if (Der.unwrap(extension, LONGEST, "key identifier") instanceof ASN1OctetString octets) {
            return Optional.of(octets.getOctets());
        }
        throw new CardFormatException("key identifier is malformed");
    }

    static Optional<byte[]> authority(byte @Nullable [] extension) throws CardFormatException {
        if (extension == null) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(AuthorityKeyIdentifier.getInstance(
                                    Der.unwrap(extension, LONGEST, "authority key identifier"))
                            .getKeyIdentifierObject())
                    .map(ASN1OctetString::getOctets);
        } catch (RuntimeException e) {
            throw new CardFormatException("authority key identifier is malformed", e);
        }
    }
}
