package fr.prosante.keycloak.otp.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A code as it is kept: never the digits, only their digest.
 *
 * @param id random, names the code in the store and salts the digest
 * @param keyId names the key of the digests
 * @param codeDigest digest over id, owner and digits
 * @param addressDigest digest over the address the code was mailed to
 * @param issuedAt time of making
 * @param expiresAt from here on refused
 */
public record IssuedCode(
        String id, String keyId, String codeDigest, String addressDigest, Instant issuedAt, Instant expiresAt) {
    private static final String ID = "id";
    private static final String KEY = "key";
    private static final String CODE = "code";
    private static final String ADDRESS = "address";
    private static final String ISSUED = "issued";
    private static final String EXPIRES = "expires";

    Map<String, String> toValues() {
        Map<String, String> values = new HashMap<>();
        values.put(ID, id);
        values.put(KEY, keyId);
        values.put(CODE, codeDigest);
        values.put(ADDRESS, addressDigest);
        values.put(ISSUED, String.valueOf(issuedAt.toEpochMilli()));
        values.put(EXPIRES, String.valueOf(expiresAt.toEpochMilli()));
        return Map.copyOf(values);
    }

    /** Reads what {@link #toValues} wrote; entries of another shape (a later version's) count as absent. */
    static Optional<IssuedCode> fromValues(Map<String, String> values) {
        try {
            return Optional.of(new IssuedCode(
                    text(values, ID),
                    text(values, KEY),
                    text(values, CODE),
                    text(values, ADDRESS),
                    Instant.ofEpochMilli(Long.parseLong(text(values, ISSUED))),
                    Instant.ofEpochMilli(Long.parseLong(text(values, EXPIRES)))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String text(Map<String, String> values, String name) {
        String value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException(name);
        }
        return value;
    }
}
