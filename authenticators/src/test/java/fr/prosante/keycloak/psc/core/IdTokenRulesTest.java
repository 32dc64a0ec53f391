package fr.prosante.keycloak.psc.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class IdTokenRulesTest {

    private static final Instant NOW = Instant.ofEpochSecond(1_795_500_000);
    /** Cut down to a long it is nothing. */
    private static final BigInteger BEYOND_LONG = BigInteger.TWO.pow(64);

    private static final String ACCESS_TOKEN = "an-access-token";
    private static final IdTokenRules RULES =
            new IdTokenRules("https://issuer.test", "service", "the-nonce", Duration.ofSeconds(10));

    private static Map<String, Object> good() {
        Map<String, Object> claims = new HashMap<>();
        claims.put("iss", "https://issuer.test");
        claims.put("aud", "service");
        claims.put("azp", "service");
        claims.put("sub", "f:x:1");
        claims.put("nonce", "the-nonce");
        claims.put("iat", NOW.getEpochSecond());
        claims.put("exp", NOW.getEpochSecond() + 120);
        claims.put("at_hash", IdTokenRules.halfHash("RS256", ACCESS_TOKEN));
        return claims;
    }

    private static Optional<TokenProblem> check(Map<String, Object> claims) {
        return RULES.check(claims, "RS256", ACCESS_TOKEN, NOW);
    }

    @Test
    void aGoodTokenIsBelieved() {
        assertThat(check(good())).isEmpty();
    }

    static Stream<Arguments> oneThingWrong() {
        long now = NOW.getEpochSecond();
        return Stream.of(
                Arguments.of("iss", "https://issuer.test/", TokenProblem.ISSUER),
                Arguments.of("iss", null, TokenProblem.ISSUER),
                Arguments.of("aud", "another", TokenProblem.AUDIENCE),
                Arguments.of("aud", List.of(), TokenProblem.AUDIENCE),
                Arguments.of("aud", null, TokenProblem.AUDIENCE),
                Arguments.of("azp", "another", TokenProblem.AUTHORIZED_PARTY),
                Arguments.of("sub", " ", TokenProblem.SUBJECT),
                Arguments.of("sub", null, TokenProblem.SUBJECT),
                Arguments.of("nonce", "another", TokenProblem.NONCE),
                Arguments.of("nonce", null, TokenProblem.NONCE),
                Arguments.of("at_hash", "AAAA", TokenProblem.ACCESS_TOKEN_HASH),
                Arguments.of("exp", now - 10, TokenProblem.EXPIRED),
                Arguments.of("exp", null, TokenProblem.EXPIRED),
                Arguments.of("exp", "soon", TokenProblem.EXPIRED),
                Arguments.of("exp", -1L, TokenProblem.EXPIRED),
                Arguments.of("exp", Long.MAX_VALUE, TokenProblem.EXPIRED),
                Arguments.of("exp", Long.MIN_VALUE, TokenProblem.EXPIRED),
                Arguments.of("exp", BEYOND_LONG.add(BigInteger.valueOf(now + 120)), TokenProblem.EXPIRED),
                Arguments.of("exp", 1e300, TokenProblem.EXPIRED),
                Arguments.of("exp", Double.POSITIVE_INFINITY, TokenProblem.EXPIRED),
                Arguments.of("exp", Double.NaN, TokenProblem.EXPIRED),
                Arguments.of("iat", now + 11, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("iat", null, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("iat", now + 11.5, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("iat", Long.MAX_VALUE, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("iat", Long.MIN_VALUE, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("iat", BEYOND_LONG.add(BigInteger.valueOf(now)), TokenProblem.FROM_THE_FUTURE),
                Arguments.of("nbf", Long.MAX_VALUE, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("nbf", BEYOND_LONG, TokenProblem.FROM_THE_FUTURE),
                Arguments.of("nbf", "soon", TokenProblem.FROM_THE_FUTURE),
                Arguments.of("nbf", now + 11, TokenProblem.FROM_THE_FUTURE));
    }

    @ParameterizedTest(name = "{0} = {1}: {2}")
    @MethodSource("oneThingWrong")
    void oneWrongClaimIsEnough(String claim, Object value, TokenProblem expected) {
        Map<String, Object> claims = good();
        claims.put(claim, value);

        assertThat(check(claims)).contains(expected);
    }

    static Stream<Arguments> oneThingTolerated() {
        long now = NOW.getEpochSecond();
        return Stream.of(
                Arguments.of("aud", List.of("service")),
                Arguments.of("aud", List.of("another", "service")),
                Arguments.of("at_hash", null),
                Arguments.of("azp", null),
                Arguments.of("exp", now - 9),
                Arguments.of("exp", now + 120.5),
                Arguments.of("nbf", 0),
                Arguments.of("nbf", null),
                Arguments.of("iat", now + 10),
                Arguments.of("nbf", now + 10));
    }

    @ParameterizedTest(name = "{0} = {1}")
    @MethodSource("oneThingTolerated")
    void whatTheSpecificationLeavesOpenIsTolerated(String claim, Object value) {
        Map<String, Object> claims = good();
        claims.put(claim, value);

        assertThat(check(claims)).isEmpty();
    }

    @Test
    void severalAudiencesNeedAnAuthorizedParty() {
        Map<String, Object> claims = good();
        claims.put("aud", List.of("another", "service"));
        claims.remove("azp");

        assertThat(check(claims)).contains(TokenProblem.AUTHORIZED_PARTY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "HS256", "HS384", "HS512", "", "rs256", "null"})
    void onlyAsymmetricSignaturesCount(String algorithm) {
        assertThat(IdTokenRules.isAsymmetric(algorithm)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"RS256", "PS256", "ES384", "EdDSA"})
    void asymmetricSignaturesCount(String algorithm) {
        assertThat(IdTokenRules.isAsymmetric(algorithm)).isTrue();
    }

    /** The example of OpenID Connect Core 1.0, appendix A.3. */
    @Test
    void theHashIsTheOneOfTheSpecification() {
        assertThat(IdTokenRules.halfHash("RS256", "jHkWEdUXMU1BwAsC4vtUsZwnNvTIxEl0z9K3vx5KF0Y"))
                .isEqualTo("77QmUPtjPfzWtF2AnpK9RQ");
    }
}
