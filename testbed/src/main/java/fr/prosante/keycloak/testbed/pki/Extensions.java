package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.net.URI;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.util.Optional;
import java.util.OptionalInt;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.bouncycastle.asn1.x509.PolicyQualifierInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;

/** Adds extensions in the shape that decoded IGC-Santé certificates show; only key usage and basic constraints of a CA are critical. */
final class Extensions {
    private static final ASN1ObjectIdentifier HEALTH = new ASN1ObjectIdentifier("1.2.250.1.71.1.2");
    private static final ASN1ObjectIdentifier SPECIALITIES = new ASN1ObjectIdentifier("1.2.250.1.71.4.2.5");
    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");
    private static final ASN1ObjectIdentifier POLICY = new ASN1ObjectIdentifier("1.2.250.1.213.1.7.2.1.1.1.1");
    private static final ASN1ObjectIdentifier ANY_POLICY = new ASN1ObjectIdentifier("2.5.29.32.0");

    private final X509v3CertificateBuilder builder;

    Extensions(X509v3CertificateBuilder builder) {
        this.builder = builder;
    }

    Extensions authority(int pathLength) throws IOException {
        add(
                Extension.basicConstraints,
                true,
                pathLength < 0 ? new BasicConstraints(true) : new BasicConstraints(pathLength));
        return add(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    Extensions leaf(Usage usage) throws IOException {
        add(Extension.basicConstraints, false, new BasicConstraints(false));
        if (usage == Usage.SIGNATURE) {
            add(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation));
            return add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_emailProtection));
        }
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        return add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
            KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon
        }));
    }

    Extensions responder() throws IOException {
        add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        add(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning));
        return add(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
    }

    Extensions keys(PublicKey own, PublicKey issuer) throws IOException {
        try {
            JcaX509ExtensionUtils ids = new JcaX509ExtensionUtils();
            add(Extension.subjectKeyIdentifier, false, ids.createSubjectKeyIdentifier(own));
            return add(Extension.authorityKeyIdentifier, false, ids.createAuthorityKeyIdentifier(issuer));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    Extensions policy(boolean any, URI statement) throws IOException {
        ASN1Encodable qualifier = new DERSequence(new PolicyQualifierInfo(statement.toString()));
        PolicyInformation policy = new PolicyInformation(
                any ? ANY_POLICY : POLICY, org.bouncycastle.asn1.ASN1Sequence.getInstance(qualifier));
        return add(Extension.certificatePolicies, false, new CertificatePolicies(policy));
    }

    /** The http address and, as in real certificates, an ldap twin; the twin's host does not exist. */
    Extensions revocation(URI crl, String issuerName) throws IOException {
        String ldap = "ldap://annuaire.invalid/cn=" + issuerName.replace(" ", "%20")
                + ",o=IMITATION,c=FR?certificaterevocationlist;binary?base?objectClass=pkiCA";
        return add(Extension.cRLDistributionPoints, false, new CRLDistPoint(new DistributionPoint[] {
            point(crl.toString()), point(ldap)
        }));
    }

    Extensions access(URI ocsp, URI issuer) throws IOException {
        return add(Extension.authorityInfoAccess, false, new AuthorityInformationAccess(new AccessDescription[] {
            new AccessDescription(AccessDescription.id_ad_ocsp, uri(ocsp.toString())),
            new AccessDescription(AccessDescription.id_ad_caIssuers, uri(issuer.toString()))
        }));
    }

    Extensions upn(Optional<String> upn) throws IOException {
        if (upn.isPresent()) {
            ASN1EncodableVector other = new ASN1EncodableVector();
            other.add(UPN);
            other.add(new DERTaggedObject(true, 0, new DERUTF8String(upn.get())));
            GeneralName name = new GeneralName(GeneralName.otherName, new DERSequence(other));
            add(Extension.subjectAlternativeName, false, new GeneralNames(name));
        }
        return this;
    }

    Extensions card(CardData data) throws IOException {
        number("2", data.cardType());
        if (data.cardNumber().isPresent()) {
            add(
                    HEALTH.branch("3"),
                    false,
                    new DERPrintableString(data.cardNumber().get()));
        }
        add(HEALTH.branch("5"), false, new DEROctetString(new byte[] {(byte) data.category()}));
        number("7", data.profession());
        number("8", data.futureProfession());
        if (!data.specialities().isEmpty()) {
            ASN1Encodable[] codes =
                    data.specialities().stream().map(DERUTF8String::new).toArray(ASN1Encodable[]::new);
            add(SPECIALITIES, false, new DERSequence(codes));
        }
        return this;
    }

    Extensions add(ASN1ObjectIdentifier id, boolean critical, ASN1Encodable value) throws IOException {
        builder.addExtension(id, critical, value);
        return this;
    }

    private void number(String branch, OptionalInt value) throws IOException {
        if (value.isPresent()) {
            add(HEALTH.branch(branch), false, new ASN1Integer(value.getAsInt()));
        }
    }

    private static DistributionPoint point(String address) {
        return new DistributionPoint(new DistributionPointName(new GeneralNames(uri(address))), null, null);
    }

    private static GeneralName uri(String address) {
        return new GeneralName(GeneralName.uniformResourceIdentifier, address);
    }
}
