package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** The CA of the TLS servers on loopback; it has nothing to do with the cards. */
public final class ServerAuthority {
    /** By this name containers of one network know the testbed. */
    public static final String NEIGHBOURS = "neighbours";

    private static final X500Name NAME = new X500Name("C=FR,O=IMITATION,CN=IMITATION AC SERVEURS LOCAUX");

    private final KeyPair keys;
    private final X509Certificate certificate;

    ServerAuthority(KeyVault vault) {
        this.keys = vault.ec("tls-authority");
        this.certificate = authority();
    }

    X509Certificate certificate() {
        return certificate;
    }

    /** A certificate for every name the testbed answers on. */
    Leaf localhost(KeyVault vault) {
        KeyPair pair = vault.ec("tls-server");
        GeneralName[] names = {
            new GeneralName(GeneralName.dNSName, "localhost"),
            new GeneralName(GeneralName.dNSName, NEIGHBOURS),
            new GeneralName(GeneralName.dNSName, "carte.localhost"),
            new GeneralName(GeneralName.dNSName, "*.carte.localhost"),
            new GeneralName(GeneralName.iPAddress, "127.0.0.1"),
            new GeneralName(GeneralName.iPAddress, "::1")
        };
        Validity validity = Validity.current();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                certificate,
                new BigInteger(120, new SecureRandom()),
                validity.notBefore(),
                // Browsers refuse servers that are good for more than 398 days.
                java.util.Date.from(validity.notBefore().toInstant().plusSeconds(390L * 86_400)),
                new X500Name("C=FR,O=IMITATION,CN=localhost"),
                pair.getPublic());
        return new Leaf(
                sign(
                        builder,
                        extensions -> extensions
                                .keys(pair.getPublic(), keys.getPublic())
                                .add(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                                .add(
                                        Extension.extendedKeyUsage,
                                        false,
                                        new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                                .add(Extension.subjectAlternativeName, false, new GeneralNames(names))),
                pair.getPrivate(),
                List.of(certificate));
    }

    private X509Certificate authority() {
        Validity validity = Validity.ofAuthority();
        JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                NAME,
                BigInteger.valueOf(validity.from().toEpochDay()),
                validity.notBefore(),
                validity.notAfter(),
                NAME,
                keys.getPublic());
        return sign(builder, extensions -> extensions.authority(0).keys(keys.getPublic(), keys.getPublic()));
    }

    private X509Certificate sign(JcaX509v3CertificateBuilder builder, Profile profile) {
        try {
            profile.apply(new Extensions(builder));
            return new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
        } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
            throw new IllegalStateException("No server certificate", e);
        }
    }

    private interface Profile {
        void apply(Extensions extensions) throws IOException;
    }
}
