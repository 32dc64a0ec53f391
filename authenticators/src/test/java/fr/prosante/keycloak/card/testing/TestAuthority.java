package fr.prosante.keycloak.card.testing;

import java.math.BigInteger;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.CRLReason;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.X509v2CRLBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** An authority with its key. */
public final class TestAuthority {

    /** Around which everything is valid. */
    public static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

    private final X509Certificate certificate;
    private final KeyPair keys;

    TestAuthority(X509Certificate certificate, KeyPair keys) {
        this.certificate = certificate;
        this.keys = keys;
    }

    public static TestAuthority root(String name) {
        return root(name, recipe -> recipe);
    }

    public static TestAuthority root(String name, UnaryOperator<CertificateRecipe> change) {
        KeyPair keys = key(name);
        X500Name subject = new X500Name("C=FR,O=IMITATION,CN=" + name);
        CertificateRecipe recipe = new CertificateRecipe(subject, keys.getPublic())
                .extension(Extension.basicConstraints, true, new BasicConstraints(true))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .keyIdentifier(keys.getPublic());
        return new TestAuthority(change.apply(recipe).sign(subject, keys.getPrivate()), keys);
    }

    /** An intermediate like those of IGC-Santé: pathlen 0, keyCertSign and cRLSign. */
    public TestAuthority issue(String name) {
        return issue(name, TestAuthority::intermediate);
    }

    public TestAuthority issue(String name, UnaryOperator<CertificateRecipe> change) {
        return issue(name, key(name), change);
    }

    private TestAuthority issue(String name, KeyPair own, UnaryOperator<CertificateRecipe> change) {
        CertificateRecipe recipe =
                change.apply(new CertificateRecipe(new X500Name("C=FR,O=IMITATION,CN=" + name), own.getPublic())
                        .keyIdentifier(own.getPublic())
                        .authorityKey(keys.getPublic()));
        return new TestAuthority(recipe.sign(subject(), keys.getPrivate()), own);
    }

    /** An intermediate with the name of another one and a key of its own, and nothing that tells the two apart. */
    public TestAuthority issueNamesake(String name) {
        return issue(
                name,
                key("namesake of " + name),
                recipe -> intermediate(recipe).without(Extension.subjectKeyIdentifier));
    }

    public static CertificateRecipe intermediate(CertificateRecipe recipe) {
        return recipe.extension(Extension.basicConstraints, true, new BasicConstraints(0))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    public X509Certificate certificate() {
        return certificate;
    }

    public KeyPair keys() {
        return keys;
    }

    public X500Name subject() {
        return X500Name.getInstance(certificate.getSubjectX500Principal().getEncoded());
    }

    public X509v2CRLBuilder list(List<BigInteger> revoked) {
        return list(revoked, NOW.minus(Duration.ofHours(1)), NOW.plus(Duration.ofDays(7)));
    }

    public X509v2CRLBuilder list(List<BigInteger> revoked, Instant thisUpdate, Instant nextUpdate) {
        X509v2CRLBuilder builder = new X509v2CRLBuilder(subject(), Date.from(thisUpdate));
        builder.setNextUpdate(Date.from(nextUpdate));
        revoked.forEach(
                serial -> builder.addCRLEntry(serial, Date.from(thisUpdate.minusSeconds(60)), CRLReason.keyCompromise));
        return builder;
    }

    public byte[] sign(X509v2CRLBuilder builder) {
        return sign(builder, "SHA256withRSA");
    }

    public byte[] sign(X509v2CRLBuilder builder, String algorithm) {
        try {
            return builder.build(new JcaContentSignerBuilder(algorithm).build(keys.getPrivate()))
                    .getEncoded();
        } catch (OperatorCreationException | java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** RSA 2048, made once per name and run: making one takes a noticeable part of a second. */
    public static KeyPair key(String name) {
        return KEYS.computeIfAbsent(name, any -> {
            try {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(name.startsWith("short") ? 1024 : 2048);
                return generator.generateKeyPair();
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        });
    }
}
