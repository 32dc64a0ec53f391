package fr.prosante.keycloak.charter.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** A version of the charter in one language; {@code language} is a BCP 47 tag. */
public record Charter(String version, String language, String text) {

    /** SHA-256 of the text in UTF-8, in lower-case hexadecimal: which text exactly was on the page. */
    public String fingerprint() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public List<Block> blocks() {
        return CharterText.blocks(text);
    }

    /** Whether to ask someone who last accepted {@code acceptedVersion}: any other version counts, also an older one. */
    public static boolean isDue(String version, Optional<String> acceptedVersion) {
        return !acceptedVersion.equals(Optional.of(version));
    }
}
