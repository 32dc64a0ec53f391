package fr.prosante.keycloak.card.testing;

import java.security.cert.X509Certificate;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERPrintableString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERTaggedObject;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.x500.AttributeTypeAndValue;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLDistPoint;
import org.bouncycastle.asn1.x509.DistributionPoint;
import org.bouncycastle.asn1.x509.DistributionPointName;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;

/** The authentication certificate of a médecin, profile of IGC-Santé; tests change what they are about. */
public final class TestCard {

    public static final ASN1ObjectIdentifier TYPE = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.2");
    public static final ASN1ObjectIdentifier NUMBER = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.3");
    public static final ASN1ObjectIdentifier CATEGORY = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.5");
    public static final ASN1ObjectIdentifier PROFESSION = new ASN1ObjectIdentifier("1.2.250.1.71.1.2.7");
    public static final ASN1ObjectIdentifier SAVOIR_FAIRE = new ASN1ObjectIdentifier("1.2.250.1.71.4.2.5");
    public static final String ID = "899700218896";

    private static final ASN1ObjectIdentifier UPN = new ASN1ObjectIdentifier("1.3.6.1.4.1.311.20.2.3");

    private TestCard() {}

    public static X509Certificate of(TestAuthority issuer) {
        return of(issuer, recipe -> recipe);
    }

    public static X509Certificate of(TestAuthority issuer, UnaryOperator<CertificateRecipe> change) {
        return of(issuer, doctor(ID), change);
    }

    public static X509Certificate of(TestAuthority issuer, X500Name subject, UnaryOperator<CertificateRecipe> change) {
        CertificateRecipe recipe = new CertificateRecipe(
                        subject, TestAuthority.key("card").getPublic())
                .extension(Extension.basicConstraints, false, new BasicConstraints(false))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(new KeyPurposeId[] {
                    KeyPurposeId.id_kp_clientAuth, KeyPurposeId.id_kp_smartcardlogon
                }))
                .extension(TYPE, false, new ASN1Integer(0))
                .extension(NUMBER, false, new DERPrintableString("8025000001/2600855206"))
                .extension(CATEGORY, false, new DEROctetString(new byte[] {0}))
                .extension(PROFESSION, false, new ASN1Integer(10))
                .extension(SAVOIR_FAIRE, false, new DERSequence(new DERUTF8String("SM26")))
                .authorityKey(issuer.keys().getPublic());
        return change.apply(recipe).sign(issuer.subject(), issuer.keys().getPrivate());
    }

    /** Names and number in one RDN, in DER order. */
    public static X500Name doctor(String id) {
        return name(text(BCStyle.CN, id), text(BCStyle.SURNAME, "LIBRE"), text(BCStyle.GIVENNAME, "MAX"));
    }

    /** Country, title, then one RDN of the given attributes. */
    public static X500Name name(AttributeTypeAndValue... holder) {
        return new X500Name(new RDN[] {
            new RDN(new AttributeTypeAndValue(BCStyle.C, new DERPrintableString("FR"))),
            new RDN(text(BCStyle.T, "Médecin")),
            new RDN(holder)
        });
    }

    public static AttributeTypeAndValue text(ASN1ObjectIdentifier oid, String value) {
        return new AttributeTypeAndValue(oid, new DERUTF8String(value));
    }

    public static GeneralNames principalName(String name) {
        return otherName(new DERUTF8String(name));
    }

    public static GeneralNames otherName(ASN1Encodable value) {
        return new GeneralNames(new GeneralName(
                GeneralName.otherName,
                new DERSequence(new ASN1Encodable[] {UPN, new DERTaggedObject(true, 0, value)})));
    }

    public static CRLDistPoint listAt(String... addresses) {
        DistributionPoint[] points = new DistributionPoint[addresses.length];
        for (int i = 0; i < addresses.length; i++) {
            GeneralNames names = new GeneralNames(new GeneralName(GeneralName.uniformResourceIdentifier, addresses[i]));
            points[i] = new DistributionPoint(new DistributionPointName(names), null, null);
        }
        return new CRLDistPoint(points);
    }
}
