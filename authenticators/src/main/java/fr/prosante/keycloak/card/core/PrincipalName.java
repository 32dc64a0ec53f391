package fr.prosante.keycloak.card.core;

import java.security.cert.X509Certificate;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.ASN1TaggedObject;
import org.bouncycastle.asn1.x509.GeneralName;

/**
 * The Microsoft user principal name of an authentication certificate: {@code 8.99700252580@carte-cps.fr} for a
 * professional (a dot after the type digit), {@code 30B0057881/CPET0002@carte-cps.fr} for staff.
 */
final class PrincipalName {

    private static final String SUBJECT_ALT_NAME = "2.5.29.17";
    private static final String UPN = "1.3.6.1.4.1.311.20.2.3";
    private static final int LONGEST = 4096;

    private PrincipalName() {}

    /** The national identifier of the first UPN, empty if there is none. */
    static Optional<String> nationalId(X509Certificate certificate) throws CardFormatException {
        byte[] extension = certificate.getExtensionValue(SUBJECT_ALT_NAME);
        if (extension == null) {
            return Optional.empty();
        }
        try {
            ASN1Sequence names = ASN1Sequence.getInstance(Der.unwrap(extension, LONGEST, "alternative name"));
            for (int i = 0; i < names.size(); i++) {
                ASN1TaggedObject name = ASN1TaggedObject.getInstance(names.getObjectAt(i));
                Optional<String> upn = name.hasContextTag(GeneralName.otherName) ? upn(name) : Optional.empty();
                if (upn.isPresent()) {
                    return upn.map(PrincipalName::withoutDotAndDomain);
                }
            }
            return Optional.empty();
        } catch (RuntimeException e) {
            throw new CardFormatException("alternative name is malformed", e);
        }
    }

    private static Optional<String> upn(ASN1TaggedObject name) throws CardFormatException {
        ASN1Sequence otherName = ASN1Sequence.getInstance(name, false);
        if (!ASN1ObjectIdentifier.getInstance(otherName.getObjectAt(0)).getId().equals(UPN)) {
            return Optional.empty();
        }
        ASN1TaggedObject value = ASN1TaggedObject.getInstance(otherName.getObjectAt(1));
        if (value.getExplicitBaseObject().toASN1Primitive() instanceof ASN1String string) {
            return Optional.of(Text.of(string, "principal name"));
        }
        throw new CardFormatException("principal name is not a string");
    }

    private static String withoutDotAndDomain(String upn) {
        int at = upn.lastIndexOf('@');
        String local = at < 0 ? upn : upn.substring(0, at);
        return local.length() > 1 && local.charAt(1) == '.' ? local.charAt(0) + local.substring(2) : local;
    }
}
