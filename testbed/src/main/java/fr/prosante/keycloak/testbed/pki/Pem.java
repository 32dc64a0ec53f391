package fr.prosante.keycloak.testbed.pki;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.CRLException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.Collection;
import java.util.stream.Collectors;

/** The text form of certificates and keys (RFC 7468). */
public final class Pem {
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private Pem() {}

    public static String certificates(Collection<X509Certificate> certificates) {
        return certificates.stream().map(Pem::certificate).collect(Collectors.joining());
    }

    public static String certificate(X509Certificate certificate) {
        try {
            return text("CERTIFICATE", certificate.getEncoded());
        } catch (CertificateEncodingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String list(X509CRL list) {
        try {
            return text("X509 CRL", list.getEncoded());
        } catch (CRLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    public static String key(PrivateKey key) {
        return text("PRIVATE KEY", key.getEncoded());
    }

    /** Writes the text, making the folder, and returns the file. */
    public static Path write(Path file, String text) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            return Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(String label, byte[] content) {
        return "-----BEGIN " + label + "-----\n"
                + new String(LINES.encode(content), StandardCharsets.US_ASCII)
                + "\n-----END " + label + "-----\n";
    }
}
