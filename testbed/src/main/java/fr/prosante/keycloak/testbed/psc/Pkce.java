package fr.prosante.keycloak.testbed.psc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** RFC 7636, S256 only. */
final class Pkce {

    private Pkce() {}

    static boolean matches(String challenge, String verifier) {
        return challenge.isEmpty() || challenge.equals(challenge(verifier));
    }

    static String challenge(String verifier) {
        return base64(sha256(verifier));
    }

    static String leftHalf(String accessToken) {
        byte[] hash = sha256(accessToken);
        return base64(java.util.Arrays.copyOf(hash, hash.length / 2));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
