package fr.prosante.keycloak.card.testing;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate to be: each test changes one thing of a good one. */
public final class CertificateRecipe {

    private static final AtomicLong SERIALS = new AtomicLong(0x1120_0000L);

    private final X500Name subject;
    private final PublicKey key;
    private final List<Extension> extensions = new ArrayList<>();
    private BigInteger serial =
            BigInteger.valueOf(SERIALS.incrementAndGet()).shiftLeft(64).setBit(0);
    private Instant from = NOW.minus(Duration.ofDays(365));
    private Instant to = NOW.plus(Duration.ofDays(365));
    private String algorithm = "SHA256withRSA";

    public CertificateRecipe(X500Name subject, PublicKey key) {
        this.subject = subject;
        this.key = key;
    }

    public CertificateRecipe serial(BigInteger wanted) {
        serial = wanted;
        return this;
    }

    public CertificateRecipe valid(Instant notBefore, Instant notAfter) {
        from = notBefore;
        to = notAfter;
        return this;
    }

    public CertificateRecipe algorithm(String name) {
        algorithm = name;
        return this;
    }

    public CertificateRecipe extension(ASN1ObjectIdentifier oid, boolean critical, ASN1Encodable value) {
        try {
            return extension(oid, critical, value.toASN1Primitive().getEncoded());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param content bytes of the extension as they are, DER or not */
    public CertificateRecipe raw(ASN1ObjectIdentifier oid, byte[] content) {
        return extension(oid, false, content);
    }

    private CertificateRecipe extension(ASN1ObjectIdentifier oid, boolean critical, byte[] content) {
        without(oid).extensions.add(new Extension(oid, critical, content));
        return this;
    }

    public CertificateRecipe without(ASN1ObjectIdentifier oid) {
        extensions.removeIf(extension -> extension.getExtnId().equals(oid));
        return this;
    }

    public CertificateRecipe keyIdentifier(PublicKey of) {
        return extension(Extension.subjectKeyIdentifier, false, tools().createSubjectKeyIdentifier(of));
    }

    public CertificateRecipe authorityKey(PublicKey of) {
        return extension(Extension.authorityKeyIdentifier, false, tools().createAuthorityKeyIdentifier(of));
    }

    private static JcaX509ExtensionUtils tools() {
        try {
            return new JcaX509ExtensionUtils();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public X509Certificate sign(X500Name issuer, PrivateKey issuerKey) {
        try {
            X509v3CertificateBuilder builder = new X509v3CertificateBuilder(
                    issuer,
                    serial,
                    Date.from(from),
                    Date.from(to),
                    subject,
                    SubjectPublicKeyInfo.getInstance(key.getEncoded()));
            for (Extension extension : extensions) {
                builder.addExtension(extension);
            }
            byte[] der = builder.build(new JcaContentSignerBuilder(algorithm).build(issuerKey))
                    .getEncoded();
            return parse(der);
        } catch (IOException | OperatorCreationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Through the JDK, as a certificate comes from TLS or from a header. */
    public static X509Certificate parse(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
