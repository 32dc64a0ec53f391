package fr.prosante.keycloak.card.core.crl;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Random;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.operator.ContentSigner;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** Root and intermediate of 4096 bits like those of IGC-Santé, one card of 2048 bits, and lists. */
final class BenchPki {

    private static final X500Name ROOT = new X500Name("C=FR,O=IMITATION,CN=RACINE");
    private static final X500Name PERSONS = new X500Name("C=FR,O=IMITATION,CN=PERSONNES");
    private static final String HOLDER = "CN=899700218896+SN=LIBRE+GIVENNAME=MAX,T=Médecin,C=FR";

    final X509Certificate root;
    final X509Certificate persons;
    final X509Certificate card;
    private final KeyPair rootKeys = keys(4096);
    private final KeyPair personsKeys = keys(4096);

    BenchPki() throws GeneralSecurityException, IOException, OperatorCreationException {
        ContentSigner byRoot = signer(rootKeys);
        KeyUsage authority = new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign);
        root = sign(
                builder(ROOT, ROOT, rootKeys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(true))
                        .addExtension(Extension.keyUsage, true, authority),
                byRoot);
        persons = sign(
                builder(ROOT, PERSONS, personsKeys.getPublic())
                        .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                        .addExtension(Extension.keyUsage, true, authority),
                byRoot);
        card = sign(
                builder(PERSONS, new X500Name(HOLDER), keys(2048).getPublic())
                        .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                        .addExtension(
                                Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))
                        .addExtension(oid("1.2.250.1.71.1.2.2"), false, new ASN1Integer(0))
                        .addExtension(oid("1.2.250.1.71.1.2.5"), false, octet())
                        .addExtension(oid("1.2.250.1.71.1.2.7"), false, new ASN1Integer(10)),
                signer(personsKeys));
    }

    /** A list of random serial numbers of 127 bits with a reason each; about 49 bytes per entry. */
    byte[] list(boolean ofRoot, int entries) throws IOException, OperatorCreationException {
        Instant now = Instant.now();
        X509v2CRLBuilder builder =
                new X509v2CRLBuilder(ofRoot ? ROOT : PERSONS, Date.from(now.minus(Duration.ofHours(1))));
        builder.setNextUpdate(Date.from(now.plus(Duration.ofDays(7))));
        Date revoked = Date.from(now.minus(Duration.ofDays(1)));
        Random random = new Random(entries);
        for (int i = 0; i < entries; i++) {
            builder.addCRLEntry(new BigInteger(127, random), revoked, CRLReason.keyCompromise);
        }
        return builder.build(signer(ofRoot ? rootKeys : personsKeys)).getEncoded();
    }

    private static ASN1Encodable octet() {
        return new DEROctetString(new byte[] {0});
    }

    private static ASN1ObjectIdentifier oid(String text) {
        return new ASN1ObjectIdentifier(text);
    }

    private static X509v3CertificateBuilder builder(X500Name issuer, X500Name subject, PublicKey key) {
        Instant now = Instant.now();
        return new X509v3CertificateBuilder(
                issuer,
                new BigInteger(120, new Random(subject.hashCode())),
                Date.from(now.minus(Duration.ofDays(1))),
                Date.from(now.plus(Duration.ofDays(30))),
                subject,
                SubjectPublicKeyInfo.getInstance(key.getEncoded()));
    }

    private static ContentSigner signer(KeyPair keys) throws OperatorCreationException {
        return new JcaContentSignerBuilder("SHA256withRSA").build(keys.getPrivate());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, ContentSigner signer)
            throws IOException, GeneralSecurityException {
        return (X509Certificate) CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(builder.build(signer).getEncoded()));
    }

    private static KeyPair keys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
