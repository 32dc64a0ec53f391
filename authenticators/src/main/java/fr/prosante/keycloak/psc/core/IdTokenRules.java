package fr.prosante.keycloak.psc.core;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an ID token must say, once its signature has been checked (OpenID Connect Core 1.0, §3.1.3.7).
 *
 * @param skew by how much the two clocks may differ
 */
public record IdTokenRules(String issuer, String clientId, String nonce, Duration skew) {

    /** Nothing symmetric: a client secret or a published key must never be able to sign; and never {@code none}. */
    private static final Set<String> ALGORITHMS =
            Set.of("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "EdDSA");

    /** The year 10,000. */
    private static final double END_OF_TIME = 253_402_300_800.0;

    public static boolean isAsymmetric(String algorithm) {
        return ALGORITHMS.contains(algorithm);
    }

    /**
     * @param algorithm of the ID token's signature, which is also the one of {@code at_hash}
     * @param accessToken came with the ID token
     */
    public Optional<TokenProblem> check(Map<?, ?> claims, String algorithm, String accessToken, Instant now) {
        if (!issuer.equals(claims.get("iss"))) {
            return Optional.of(TokenProblem.ISSUER);
        }
        List<?> audience = claims.get("aud") instanceof List<?> list ? list : List.of(textOf(claims, "aud"));
        if (!audience.contains(clientId)) {
            return Optional.of(TokenProblem.AUDIENCE);
        }
        Object party = claims.get("azp");
        if (party == null ? audience.size() > 1 : !clientId.equals(party)) {
            return Optional.of(TokenProblem.AUTHORIZED_PARTY);
        }
        if (textOf(claims, "sub").isBlank()) {
            return Optional.of(TokenProblem.SUBJECT);
        }
        if (!sameText(nonce, textOf(claims, "nonce"))) {
            return Optional.of(TokenProblem.NONCE);
        }
        Object hash = claims.get("at_hash");
        if (hash != null && !sameText(halfHash(algorithm, accessToken), hash.toString())) {
            return Optional.of(TokenProblem.ACCESS_TOKEN_HASH);
        }
        return time(claims, now);
    }

    private Optional<TokenProblem> time(Map<?, ?> claims, Instant now) {
        long earliest = now.minus(skew).getEpochSecond();
        long latest = now.plus(skew).getEpochSecond();
        if (seconds(claims, "exp").filter(expiry -> expiry > earliest).isEmpty()) {
            return Optional.of(TokenProblem.EXPIRED);
        }
        boolean early = claims.get("nbf") != null
                && seconds(claims, "nbf").filter(from -> from <= latest).isEmpty();
        if (early || seconds(claims, "iat").filter(issued -> issued <= latest).isEmpty()) {
            return Optional.of(TokenProblem.FROM_THE_FUTURE);
        }
        return Optional.empty();
    }

    /** A claim that is a time in seconds since 1970, and of this era: whatever else is there counts as absent. */
    private static Optional<Double> seconds(Map<?, ?> claims, String name) {
        return claims.get(name) instanceof Number number
                ? Optional.of(number.doubleValue()).filter(value -> value >= 0 && value <= END_OF_TIME)
                : Optional.empty();
    }

    private static String textOf(Map<?, ?> claims, String name) {
        return claims.get(name) instanceof String text ? text : "";
    }

    private static boolean sameText(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    /** The left half of the hash whose size the algorithm's name ends with; Ed25519 goes with SHA-512. */
    static String halfHash(String algorithm, String accessToken) {
        String size = algorithm.equals("EdDSA") ? "512" : algorithm.substring(algorithm.length() - 3);
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-" + size).digest(accessToken.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, hash.length / 2));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
