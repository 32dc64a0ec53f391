package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * Signs the certificates of one PKI. Serials are derived from what is certified, so a second start gives the same
 * certificates.
 */
final class CertificateFactory {
    private final String organisation;
    private final KeyVault keys;
    private final URI base;

    /** @param base http address under which lists and certificates are published, ends with a slash */
    CertificateFactory(String organisation, KeyVault keys, URI base) {
        this.organisation = organisation;
        this.keys = keys;
        this.base = base;
    }

    URI crlAddress(String file) {
        return base.resolve("CRL/" + file + ".crl");
    }

    CertificateAuthority root(String commonName, String file) {
        KeyPair pair = keys.rsa(keyName(file));
        X500Name name = authorityName(commonName);
        X509Certificate certificate = sign(
                new JcaX509v3CertificateBuilder(
                        name,
                        serial(file, 18),
                        ofAuthority().notBefore(),
                        ofAuthority().notAfter(),
                        name,
                        pair.getPublic()),
                pair.getPrivate(),
                extensions -> extensions
                        .authority(-1)
                        .keys(pair.getPublic(), pair.getPublic())
                        .policy(true, statement()));
        return new CertificateAuthority(file, pair, new Leaf(certificate, pair.getPrivate(), List.of()), this);
    }

    CertificateAuthority intermediate(CertificateAuthority root, String commonName, String file) {
        KeyPair pair = keys.rsa(keyName(file));
        PublicKey issuer = root.certificate().getPublicKey();
        X509Certificate certificate = sign(
                new JcaX509v3CertificateBuilder(
                        root.certificate(),
                        serial(file, 18),
                        ofAuthority().notBefore(),
                        ofAuthority().notAfter(),
                        authorityName(commonName),
                        pair.getPublic()),
                root.key(),
                extensions -> extensions
                        .authority(0)
                        .keys(pair.getPublic(), issuer)
                        .policy(true, statement())
                        .revocation(root.crlAddress(), commonName(root)));
        return new CertificateAuthority(file, pair, new Leaf(certificate, pair.getPrivate(), root.path()), this);
    }

    Leaf leaf(CertificateAuthority issuer, LeafRequest request) {
        KeyPair pair = keys.rsa(keyName("card-" + request.keyName()));
        X509Certificate certificate = sign(
                new JcaX509v3CertificateBuilder(
                        X500Name.getInstance(
                                issuer.certificate().getSubjectX500Principal().getEncoded()),
                        serial(request.serialSeed() + request.validity(), 16),
                        request.validity().notBefore(),
                        request.validity().notAfter(),
                        request.subject().toName(),
                        pair.getPublic()),
                issuer.key(),
                extensions -> extensions
                        .leaf(request.usage())
                        .keys(pair.getPublic(), issuer.certificate().getPublicKey())
                        .upn(request.upn())
                        .policy(false, statement())
                        .revocation(issuer.crlAddress(), commonName(issuer))
                        .access(base.resolve("ocsp"), base.resolve("AC/" + issuer.file() + ".cer"))
                        .card(request.data()));
        return new Leaf(certificate, pair.getPrivate(), issuer.path());
    }

    /** Signs answers about the certificates of the authority; its own are not asked about (RFC 6960 §4.2.2.2.1). */
    Leaf responder(CertificateAuthority authority) {
        KeyPair pair = keys.rsa(keyName("ocsp"));
        X509Certificate certificate = sign(
                new JcaX509v3CertificateBuilder(
                        authority.certificate(),
                        serial("ocsp" + authority.file(), 16),
                        Validity.current().notBefore(),
                        Validity.current().notAfter(),
                        authorityName("REPONDEUR OCSP"),
                        pair.getPublic()),
                authority.key(),
                extensions -> extensions
                        .responder()
                        .keys(pair.getPublic(), authority.certificate().getPublicKey()));
        return new Leaf(certificate, pair.getPrivate(), authority.path());
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey key, Profile profile) {
        try {
            profile.apply(new Extensions(builder));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withRSA").build(key)));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No certificate", e);
        }
    }

    /** Begins with 1120 as those of IGC-Santé do. */
    private BigInteger serial(String seed, int length) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((organisation + "\n" + base + "\n" + Validity.current() + "\n" + seed)
                            .getBytes(StandardCharsets.UTF_8));
            byte[] serial = Arrays.copyOf(digest, length);
            serial[0] = 0x11;
            serial[1] = 0x20;
            return new BigInteger(1, serial);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private String keyName(String name) {
        return organisation.toLowerCase(java.util.Locale.ROOT) + "-" + name;
    }

    private X500Name authorityName(String commonName) {
        return new org.bouncycastle.asn1.x500.X500NameBuilder(BCStyle.INSTANCE)
                .addRDN(BCStyle.C, "FR")
                .addRDN(BCStyle.O, organisation)
                .addRDN(BCStyle.OU, "IGC " + organisation)
                .addRDN(BCStyle.CN, commonName)
                .build();
    }

    private static String commonName(CertificateAuthority authority) {
        return X500Name.getInstance(
                        authority.certificate().getSubjectX500Principal().getEncoded())
                .getRDNs(BCStyle.CN)[0]
                .getFirst()
                .getValue()
                .toString();
    }

    private URI statement() {
        return base.resolve("PC");
    }

    private static Validity ofAuthority() {
        return Validity.ofAuthority();
    }

    private interface Profile {
        void apply(Extensions extensions) throws IOException;
    }
}
