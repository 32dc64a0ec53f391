package fr.prosante.keycloak.card.core;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Certificates of authorities, from PEM text inside the jar or in files of the administrator. */
public final class Authorities {

    private static final Pattern PEM =
            Pattern.compile("-----BEGIN CERTIFICATE-----([A-Za-z0-9+/=\\s]+)-----END CERTIFICATE-----");

    private Authorities() {}

    /** The production authorities of IGC-Santé. */
    public static List<X509Certificate> igcSante() {
        return embedded("igc-sante.pem");
    }

    /** The authorities of IGC-Santé TEST that are published; the FORT ones are not. */
    public static List<X509Certificate> igcSanteTest() {
        return embedded("igc-sante-test.pem");
    }

    /** Every certificate of a PEM file, or of the {@code .pem}, {@code .crt} and {@code .cer} files of a folder. */
    public static List<X509Certificate> read(Path path) throws IOException {
        List<X509Certificate> authorities = new ArrayList<>();
        for (Path file : files(path)) {
            authorities.addAll(parse(Files.readString(file, StandardCharsets.ISO_8859_1)));
        }
        if (authorities.isEmpty()) {
            throw new IOException("no PEM certificate in " + path);
        }
        return authorities;
    }

    private static List<Path> files(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(file -> file.toString().matches(".*\\.(?:pem|crt|cer)"))
                    .sorted()
                    .toList();
        }
    }

    private static List<X509Certificate> embedded(String resource) {
        try (InputStream stream = Authorities.class.getResourceAsStream("authorities/" + resource)) {
            if (stream == null) {
                throw new IllegalStateException("not in the jar: " + resource);
            }
            return parse(new String(stream.readAllBytes(), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            throw new IllegalStateException(resource, e);
        }
    }

    private static List<X509Certificate> parse(String text) throws IOException {
        List<X509Certificate> certificates = new ArrayList<>();
        Matcher matcher = PEM.matcher(text);
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            while (matcher.find()) {
                byte[] der = Base64.getMimeDecoder().decode(matcher.group(1));
                certificates.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(der)));
            }
        } catch (CertificateException e) {
            throw new IOException("a PEM block is not a certificate", e);
        }
        return List.copyOf(certificates);
    }
}
