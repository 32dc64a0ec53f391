package fr.prosante.keycloak.psc.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.jce.provider.BouncyCastleProvider;
import org.bouncycastle.openssl.PEMException;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.openssl.jcajce.JceOpenSSLPKCS8DecryptorProviderBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.pkcs.PKCS8EncryptedPrivateKeyInfo;
import org.bouncycastle.pkcs.PKCSException;

/** A private key and its certificate with the chain, for mutual TLS (RFC 8705). The certificate comes first. */
public record ClientIdentity(PrivateKey key, List<X509Certificate> chain) {

    private static final byte DER_SEQUENCE = 0x30;

    public ClientIdentity {
        chain = List.copyOf(chain);
    }

    /**
     * Reads PKCS#12, or PEM with the key (PKCS#8, encrypted or not, PKCS#1 or SEC 1) and the certificates in any order.
     *
     * @throws UnusableIdentity if there is no key with its certificate in it
     */
    public static ClientIdentity read(byte[] content, char[] password) throws UnusableIdentity {
        try {
            boolean pkcs12 = content.length > 0 && content[0] == DER_SEQUENCE;
            ClientIdentity identity = pkcs12 ? pkcs12(content, password) : pem(content, password);
            identity.requireMatch();
            return identity;
        } catch (UnusableIdentity told) {
            throw told;
        } catch (IOException | GeneralSecurityException | OperatorCreationException | PKCSException e) {
            throw UnusableIdentity.unreadable(e);
        }
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    /** A store in memory with this key alone, under a password of no importance. */
    public KeyStore keyStore(char[] password) throws GeneralSecurityException {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("client", key, password, chain.toArray(new Certificate[0]));
            return store;
        } catch (IOException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static ClientIdentity pkcs12(byte[] content, char[] password) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(content), password);
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password) instanceof PrivateKey key) {
                List<X509Certificate> chain = Arrays.stream(store.getCertificateChain(alias))
                        .map(X509Certificate.class::cast)
                        .toList();
                return new ClientIdentity(key, chain);
            }
        }
        throw UnusableIdentity.noKey();
    }

    private static ClientIdentity pem(byte[] content, char[] password)
            throws IOException, GeneralSecurityException, OperatorCreationException, PKCSException {
        Optional<PrivateKey> key = Optional.empty();
        List<X509Certificate> certificates = new ArrayList<>();
        try (PEMParser parser =
                new PEMParser(new InputStreamReader(new ByteArrayInputStream(content), StandardCharsets.US_ASCII))) {
            for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
                if (part instanceof X509CertificateHolder holder) {
                    certificates.add((X509Certificate) CertificateFactory.getInstance("X.509")
                            .generateCertificate(new ByteArrayInputStream(holder.getEncoded())));
                } else {
                    key = key.or(key(part, password));
                }
            }
        }
        PrivateKey found = key.orElseThrow(UnusableIdentity::noKey);
        return new ClientIdentity(found, ordered(found, certificates));
    }

    private static java.util.function.Supplier<Optional<PrivateKey>> key(Object part, char[] password)
            throws PEMException, OperatorCreationException, PKCSException {
        Optional<PrivateKey> key = Optional.empty();
        JcaPEMKeyConverter converter = new JcaPEMKeyConverter();
        if (part instanceof PEMKeyPair pair) {
            key = Optional.of(converter.getPrivateKey(pair.getPrivateKeyInfo()));
        } else if (part instanceof PrivateKeyInfo info) {
            key = Optional.of(converter.getPrivateKey(info));
        } else if (part instanceof PKCS8EncryptedPrivateKeyInfo encrypted) {
            key = Optional.of(converter.getPrivateKey(
                    encrypted.decryptPrivateKeyInfo(new JceOpenSSLPKCS8DecryptorProviderBuilder()
                            .setProvider(new BouncyCastleProvider())
                            .build(password))));
        }
        Optional<PrivateKey> read = key;
        return () -> read;
    }

    /** The certificate of the key first, then whatever came with it. */
    private static List<X509Certificate> ordered(PrivateKey key, List<X509Certificate> certificates)
            throws GeneralSecurityException {
        List<X509Certificate> chain = new ArrayList<>(certificates);
        for (X509Certificate certificate : certificates) {
            if (match(key, certificate)) {
                chain.remove(certificate);
                chain.add(0, certificate);
                return chain;
            }
        }
        throw UnusableIdentity.noCertificate();
    }

    private void requireMatch() throws GeneralSecurityException {
        if (chain.isEmpty() || !match(key, certificate())) {
            throw UnusableIdentity.noCertificate();
        }
    }

    private static boolean match(PrivateKey key, X509Certificate certificate) {
        String scheme = key.getAlgorithm().startsWith("EC") ? "SHA256withECDSA" : "SHA256withRSA";
        byte[] sample = {1, 2, 3};
        try {
            Signature signature = Signature.getInstance(scheme);
            signature.initSign(key);
            signature.update(sample);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(sample);
            return signature.verify(signed);
        } catch (GeneralSecurityException notThisPair) {
            return false;
        }
    }
}
