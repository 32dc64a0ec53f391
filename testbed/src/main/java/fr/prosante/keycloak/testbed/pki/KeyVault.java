package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Collection;

/** Key pairs by name, made once and kept in a folder: making them is the slow part of a start. */
final class KeyVault {
    private static final int RSA_BITS = 2048;

    private final Path folder;

    KeyVault(Path folder) {
        this.folder = folder;
    }

    /** Makes the missing ones in parallel. */
    void prepare(Collection<String> names) {
        names.parallelStream().forEach(this::rsa);
    }

    KeyPair rsa(String name) {
        return keyPair(name, "RSA");
    }

    KeyPair ec(String name) {
        return keyPair(name, "EC");
    }

    private KeyPair keyPair(String name, String algorithm) {
        Path file = folder.resolve(name + "." + algorithm.toLowerCase(java.util.Locale.ROOT) + ".key");
        try {
            if (!Files.exists(file)) {
                write(file, generate(algorithm));
            }
            return read(file, algorithm);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No key pair " + file, e);
        }
    }

    private static KeyPair generate(String algorithm) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
        if (algorithm.equals("RSA")) {
            generator.initialize(RSA_BITS);
        } else {
            generator.initialize(new ECGenParameterSpec("secp256r1"));
        }
        return generator.generateKeyPair();
    }

    /** Length of the public part on two bytes, public part, private part. Moved into place, as several runs may share the folder. */
    private void write(Path file, KeyPair pair) throws IOException {
        byte[] open = pair.getPublic().getEncoded();
        byte[] secret = pair.getPrivate().getEncoded();
        byte[] content = new byte[2 + open.length + secret.length];
        content[0] = (byte) (open.length >> 8);
        content[1] = (byte) open.length;
        System.arraycopy(open, 0, content, 2, open.length);
        System.arraycopy(secret, 0, content, 2 + open.length, secret.length);
        Files.createDirectories(folder);
        Path fresh = Files.createTempFile(folder, "key", ".new");
        Files.write(fresh, content);
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static KeyPair read(Path file, String algorithm) throws IOException, GeneralSecurityException {
        byte[] content = Files.readAllBytes(file);
        int border = 2 + (((content[0] & 0xFF) << 8) | (content[1] & 0xFF));
        KeyFactory factory = KeyFactory.getInstance(algorithm);
        return new KeyPair(
                factory.generatePublic(new X509EncodedKeySpec(Arrays.copyOfRange(content, 2, border))),
                factory.generatePrivate(new PKCS8EncodedKeySpec(Arrays.copyOfRange(content, border, content.length))));
    }
}
