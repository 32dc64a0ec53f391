package fr.prosante.keycloak.psc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.openssl.jcajce.JcaPKCS8Generator;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8EncryptorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ClientIdentityTest {

    private static final char[] NONE = new char[0];
    private static final char[] PASSWORD = "sesame".toCharArray();

    private static KeyPair pair(String algorithm, int size) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        generator.initialize(size);
        return generator.generateKeyPair();
    }

    private static X509Certificate certificate(KeyPair pair) throws Exception {
        String scheme = pair.getPrivate().getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        X500Principal name = new X500Principal("CN=service");
        Instant now = Instant.now();
        return new JcaX509CertificateConverter()
                .getCertificate(new JcaX509v3CertificateBuilder(
                                name,
                                BigInteger.ONE,
                                Date.from(now),
                                Date.from(now.plusSeconds(3600)),
                                name,
                                pair.getPublic())
                        .build(new JcaContentSignerBuilder(scheme).build(pair.getPrivate())));
    }

    private static byte[] pem(Object... parts) throws Exception {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            for (Object part : parts) {
                writer.writeObject(part);
            }
        }
        return text.toString().getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @CsvSource({"RSA, 2048", "EC, 256"})
    void readsPemInAnyOrder(String algorithm, int size) throws Exception {
        KeyPair pair = pair(algorithm, size);
        X509Certificate certificate = certificate(pair);
        X509Certificate other = certificate(pair(algorithm, size));

        Object key = new JcaPKCS8Generator(pair.getPrivate(), null);

        assertThat(ClientIdentity.read(pem(other, certificate, key), NONE).chain())
                .containsExactly(certificate, other);
        assertThat(ClientIdentity.read(pem(key, certificate), NONE).certificate())
                .isEqualTo(certificate);
    }

    @Test
    void readsATraditionalRsaKey() throws Exception {
        KeyPair pair = pair("RSA", 2048);

        assertThat(ClientIdentity.read(pem(pair.getPrivate(), certificate(pair)), NONE)
                        .key())
                .isEqualTo(pair.getPrivate());
    }

    @Test
    void readsAnEncryptedPemKey() throws Exception {
        KeyPair pair = pair("RSA", 2048);
        byte[] content = pem(
                new JcaPKCS8Generator(
                        pair.getPrivate(),
                        new JceOpenSSLPKCS8EncryptorBuilder(JcaPKCS8Generator.AES_256_CBC)
                                .setProvider(new org.bouncycastle.jce.provider.BouncyCastleProvider())
                                .setPassword(PASSWORD)
                                .build()),
                certificate(pair));

        assertThat(ClientIdentity.read(content, PASSWORD).key()).isEqualTo(pair.getPrivate());
        assertThatThrownBy(() -> ClientIdentity.read(content, "autre".toCharArray()))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void readsPkcs12() throws Exception {
        KeyPair pair = pair("RSA", 2048);
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("x", pair.getPrivate(), PASSWORD, new Certificate[] {certificate(pair)});
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        store.store(file, PASSWORD);

        ClientIdentity identity = ClientIdentity.read(file.toByteArray(), PASSWORD);

        assertThat(identity.chain()).hasSize(1);
        assertThat(identity.keyStore(PASSWORD).isKeyEntry("client")).isTrue();
        assertThatThrownBy(() -> ClientIdentity.read(file.toByteArray(), NONE))
                .isInstanceOf(GeneralSecurityException.class);
    }

    @Test
    void refusesAKeyWithoutItsCertificate() throws Exception {
        KeyPair pair = pair("RSA", 2048);
        X509Certificate stranger = certificate(pair("RSA", 2048));

        assertThatThrownBy(() -> ClientIdentity.read(pem(pair.getPrivate(), stranger), NONE))
                .isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> ClientIdentity.read(pem(stranger), NONE)).isInstanceOf(GeneralSecurityException.class);
        assertThatThrownBy(() -> ClientIdentity.read(new byte[0], NONE)).isInstanceOf(GeneralSecurityException.class);
    }

    /** A renewed file may be read while it is being written. */
    @Test
    void whatIsCutShortIsRefusedAsUnreadable() throws Exception {
        KeyPair pair = pair("EC", 256);
        byte[] whole = pem(new JcaPKCS8Generator(pair.getPrivate(), null), certificate(pair));
        int lastLine = "-----END CERTIFICATE-----\n".length();

        assertThat(ClientIdentity.read(whole, NONE).key()).isEqualTo(pair.getPrivate());
        for (int length = 0; length <= whole.length - lastLine; length++) {
            byte[] part = Arrays.copyOf(whole, length);
            assertThatThrownBy(() -> ClientIdentity.read(part, NONE))
                    .as("%s of %s bytes", length, whole.length)
                    .isInstanceOf(GeneralSecurityException.class);
        }
    }
}
