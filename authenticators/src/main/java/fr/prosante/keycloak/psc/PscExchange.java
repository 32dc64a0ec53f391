package fr.prosante.keycloak.psc;

import com.fasterxml.jackson.core.JsonProcessingException;
import fr.prosante.keycloak.psc.core.IdTokenRules;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.OAuth2Constants;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.util.BasicAuthHelper;
import org.keycloak.util.JsonSerialization;

/** The two calls of a login: the code for tokens, and the access token, which lives two minutes, for userinfo at once. */
final class PscExchange {

    private final PscConfig config;
    private final BackChannel backChannel;
    private final String clientSecret;
    private final Predicate<JWSInput> signature;

    /** @param signature checks a signature with the keys that Pro Santé Connect publishes */
    PscExchange(PscConfig config, BackChannel backChannel, String clientSecret, Predicate<JWSInput> signature) {
        this.config = config;
        this.backChannel = backChannel;
        this.clientSecret = clientSecret;
        this.signature = signature;
    }

    /**
     * What came back, believed.
     *
     * @param rawIdToken kept as the hint of the logout
     * @param authMode by which means the person came; only from what is signed, as it decides who may open an account
     */
    record Believed(SignedJwt idToken, String rawIdToken, Optional<String> authMode, Map<?, ?> userinfo) {}

    Believed exchange(String code, String redirectUri, LoginNotes notes) {
        Map<?, ?> tokens = tokens(code, redirectUri, notes);
        String accessToken = requiredText(tokens, OAuth2Constants.ACCESS_TOKEN);
        String rawIdToken = requiredText(tokens, OAuth2Constants.ID_TOKEN);
        SignedJwt idToken = SignedJwt.verified(rawIdToken, signature);
        IdTokenRules rules = new IdTokenRules(
                config.getIssuer(),
                config.getClientId(),
                notes.nonce(),
                Duration.ofSeconds(config.getAllowedClockSkew()));
        rules.check(idToken.claims(), idToken.algorithm(), accessToken, Instant.now())
                .ifPresent(problem -> {
                    throw new PscRefused(PscRefusal.valueOf(problem.name()));
                });
        Map<?, ?> userinfo = userinfo(accessToken);
        // OpenID Connect Core 1.0, §5.3.2: otherwise a token substituted on the way makes one person another.
        if (!idToken.text("sub").equals(userinfo.get("sub"))) {
            throw new PscRefused(PscRefusal.SUBJECT_DIFFERS);
        }
        return new Believed(idToken, rawIdToken, authMode(idToken, accessToken), userinfo);
    }

    /**
     * Of the ID token; else of the access token, in which it has been seen since 2023. That one is opaque by right
     * (RFC 6749, §1.4), so what it says counts only if it is a token of the same issuer about the same person.
     */
    private Optional<String> authMode(SignedJwt idToken, String accessToken) {
        return given(idToken)
                .or(() -> SignedJwt.ifVerified(accessToken, signature)
                        .filter(jwt -> jwt.text("iss").equals(config.getIssuer()))
                        .filter(jwt -> jwt.text("sub").equals(idToken.text("sub")))
                        .flatMap(PscExchange::given));
    }

    private static Optional<String> given(SignedJwt jwt) {
        return Optional.of(jwt.text("authMode")).filter(text -> !text.isEmpty());
    }

    private Map<?, ?> tokens(String code, String redirectUri, LoginNotes notes) {
        Map<String, String> form = new HashMap<>();
        form.put(OAuth2Constants.GRANT_TYPE, OAuth2Constants.AUTHORIZATION_CODE);
        form.put(OAuth2Constants.CODE, code);
        form.put(OAuth2Constants.REDIRECT_URI, redirectUri);
        form.put(OAuth2Constants.CODE_VERIFIER, notes.codeVerifier());
        ClientProof proof = PscOptions.CLIENT_PROOF.value(config.getConfig());
        Optional<String> authorization = Optional.empty();
        if (proof == ClientProof.CLIENT_SECRET_BASIC) {
            authorization = Optional.of(BasicAuthHelper.RFC6749.createHeader(config.getClientId(), clientSecret));
        } else {
            form.put(OAuth2Constants.CLIENT_ID, config.getClientId());
        }
        if (proof == ClientProof.CLIENT_SECRET_POST) {
            form.put(OAuth2Constants.CLIENT_SECRET, clientSecret);
        }
        BackChannel.Answer answer = backChannel.post(config.getTokenUrl(), form, authorization);
        if (!answer.isSuccess()) {
            throw new PscRefused(tokenRefusal(answer));
        }
        return json(answer.body());
    }

    private static PscRefusal tokenRefusal(BackChannel.Answer answer) {
        if (answer.isFailure()) {
            return PscRefusal.SERVER_ERROR;
        }
        return switch (errorOf(answer.body())) {
            case "invalid_grant" -> PscRefusal.CODE_REFUSED;
            case "invalid_client", "unauthorized_client" -> PscRefusal.CLIENT_REFUSED;
            default -> PscRefusal.NOT_UNDERSTOOD;
        };
    }

    private static String errorOf(String body) {
        try {
            return json(body).get("error") instanceof String error ? error : "";
        } catch (PscRefused notJson) {
            return "";
        }
    }

    private Map<?, ?> userinfo(String accessToken) {
        BackChannel.Answer answer = backChannel.get(config.getUserInfoUrl(), "Bearer " + accessToken);
        if (answer.isFailure()) {
            throw new PscRefused(PscRefusal.SERVER_ERROR);
        }
        if (!answer.isSuccess()) {
            throw new PscRefused(PscRefusal.USERINFO_REFUSED);
        }
        return switch (answer.contentType()) {
            case "application/json" -> json(answer.body());
            case "application/jwt" -> signedUserinfo(answer.body());
            default -> throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
        };
    }

    /** A signed userinfo should carry iss and aud (OpenID Connect Core 1.0, §5.3.2): if it does, they must be right. */
    private Map<?, ?> signedUserinfo(String body) {
        SignedJwt jwt = SignedJwt.verified(body.trim(), signature);
        Object issuer = jwt.claims().get("iss");
        if (issuer != null && !config.getIssuer().equals(issuer)) {
            throw new PscRefused(PscRefusal.ISSUER);
        }
        Object audience = jwt.claims().get("aud");
        boolean ours = audience instanceof java.util.List<?> list
                ? list.contains(config.getClientId())
                : config.getClientId().equals(audience);
        if (audience != null && !ours) {
            throw new PscRefused(PscRefusal.AUDIENCE);
        }
        return jwt.claims();
    }

    private static String requiredText(Map<?, ?> json, String name) {
        if (json.get(name) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
    }

    private static Map<?, ?> json(String body) {
        try {
            Map<?, ?> map = JsonSerialization.readValue(body.getBytes(StandardCharsets.UTF_8), Map.class);
            if (map != null) {
                return map;
            }
        } catch (JsonProcessingException e) {
            // The parser's message quotes what it read, which may be a token.
            throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
        } catch (IOException e) {
            throw new PscRefused(PscRefusal.NOT_UNDERSTOOD, e);
        }
        throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
    }
}
