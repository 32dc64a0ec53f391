package fr.prosante.keycloak.otp.core;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A secret of the realm, turned into a key of our own, under which codes and addresses are kept: six digits hashed
 * without a key are found by trying a million hashes.
 */
public final class DigestKey {
    private static final String ALGORITHM = "HmacSHA256";
    private static final String PURPOSE = "pro-sante-email-otp/1";

    private final String id;
    private final byte[] derived;

    /**
     * Derives the key.
     *
     * @param id names the realm key; kept beside the digest so that a rotated key still verifies
     * @param secret bytes of the realm key
     */
    public DigestKey(String id, byte[] secret) {
        this.id = id;
        this.derived = mac(secret, PURPOSE);
    }

    String id() {
        return id;
    }

    /** Base64 of the HMAC over the parts; a part's length is part of the input, so that no two lists are alike. */
    String digest(String... parts) {
        StringBuilder input = new StringBuilder();
        Arrays.stream(parts)
                .forEach(part -> input.append(part.length()).append(':').append(part));
        return Base64.getEncoder().encodeToString(mac(derived, input.toString()));
    }

    private static byte[] mac(byte[] key, String input) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(input.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(ALGORITHM + " is required of every Java platform", e);
        }
    }
}
