package fr.prosante.keycloak.testbed.psc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The issuer's host: discovery, keys, token, userinfo, logout. */
final class Issuer {

    private static final int HUGE = 5 * 1024 * 1024;
    private static final long SLOW_MILLIS = 10_000;

    private final PscSimulator simulator;
    private final Register register;
    private final SigningKeys keys;

    Issuer(PscSimulator simulator, Register register, SigningKeys keys) {
        this.simulator = simulator;
        this.register = register;
        this.keys = keys;
    }

    void answer(Exchange exchange) throws IOException, InterruptedException {
        String endpoint = exchange.path().substring(exchange.path().lastIndexOf('/') + 1);
        simulator.record(new Call(exchange.isPost() ? "POST" : "GET", endpoint));
        Thread.sleep(simulator.settings().latency().toMillis());
        if (simulator.settings().out()) {
            exchange.html(503, Pages.page("Indisponible", "<p>Panne simulée.</p>"));
            return;
        }
        switch (endpoint) {
            case "wallet-openid-configuration" -> exchange.json(200, Discovery.of(simulator));
            case "certs" -> keys(exchange);
            case "token" -> token(exchange);
            case "userinfo" -> userinfo(exchange);
            case "logout" -> logout(exchange);
            default -> exchange.html(404, Pages.page("Page inconnue", ""));
        }
    }

    private void keys(Exchange exchange) throws IOException, InterruptedException {
        switch (simulator.settings().fault()) {
            case KEYS_500 -> exchange.html(500, "boum");
            case KEYS_GARBAGE -> exchange.send(200, "application/json", "{\"keys\":[{\"kid\": not json");
            case KEYS_EMPTY -> exchange.json(200, Map.of("keys", List.of()));
            case KEYS_HUGE -> exchange.json(200, Map.of("keys", List.of(), "x", "x".repeat(HUGE)));
            case KEYS_TRICKLE -> exchange.trickle(30);
            case KEYS_SLOW -> late(exchange, keys::published);
            default -> exchange.json(200, keys.published());
        }
    }

    private void token(Exchange exchange) throws IOException, InterruptedException {
        Optional<PscClient> client = ClientAuthentication.of(exchange, register);
        if (client.isEmpty() || simulator.settings().fault() == Fault.INVALID_CLIENT) {
            error(exchange, 401, "invalid_client");
            return;
        }
        Optional<Grant> redeemed = register.redeem(exchange.form("code"), simulator.now())
                .filter(grant -> grant.client().clientId().equals(client.get().clientId()))
                .filter(grant -> grant.redirectUri().equals(exchange.form("redirect_uri")))
                .filter(grant -> Pkce.matches(grant.parameter("code_challenge"), exchange.form("code_verifier")));
        if (redeemed.isEmpty() || redeemed.get().fault() == Fault.INVALID_GRANT) {
            error(exchange, 400, "invalid_grant");
            return;
        }
        Grant grant = redeemed.get();
        switch (grant.fault()) {
            case TOKEN_500 -> exchange.html(500, "boum");
            case TOKEN_GARBAGE -> exchange.send(200, "application/json", "{\"access_token\": secret-looking garbage");
            case TOKEN_HUGE -> exchange.send(200, "application/json", "{\"x\":\"" + "x".repeat(HUGE) + "\"}");
            case TOKEN_TRICKLE -> exchange.trickle(30);
            case TOKEN_SLOW -> late(exchange, () -> tokens(grant));
            default -> exchange.json(200, tokens(grant));
        }
    }

    private Map<String, Object> tokens(Grant grant) {
        String accessToken = accessToken(grant);
        register.keep(accessToken, grant);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", accessToken);
        answer.put("expires_in", 120);
        answer.put("refresh_expires_in", 1800);
        answer.put("refresh_token", register.handle());
        answer.put("token_type", "Bearer");
        if (grant.fault() != Fault.NO_ID_TOKEN) {
            answer.put(
                    "id_token",
                    keys.signed(
                            new IdTokenClaims(
                                            simulator.issuer(),
                                            simulator.settings().acr())
                                    .of(grant, accessToken, simulator.now()),
                            grant.fault()));
        }
        answer.put("not-before-policy", 0);
        answer.put("session_state", grant.sessionId());
        answer.put("scope", "openid scope_all");
        return answer;
    }

    private String accessToken(Grant grant) {
        Map<String, Object> claims =
                new AccessTokenClaims(simulator.issuer(), simulator.settings().acr()).of(grant, simulator.now());
        boolean forged = grant.fault() == Fault.AUTH_MODE_IN_FORGED_ACCESS_TOKEN;
        return keys.signed(claims, forged ? Fault.WRONG_SIGNATURE : Fault.NONE);
    }

    private void userinfo(Exchange exchange) throws IOException, InterruptedException {
        String bearer = exchange.header("Authorization");
        Optional<Grant> granted = bearer.startsWith("Bearer ")
                ? register.grantOf(bearer.substring("Bearer ".length()), simulator.now())
                : Optional.empty();
        if (granted.isEmpty() || granted.get().fault() == Fault.USERINFO_401) {
            error(exchange, 401, "invalid_token");
            return;
        }
        Grant grant = granted.get();
        Map<String, Object> claims = UserinfoClaims.of(grant);
        switch (grant.fault()) {
            case USERINFO_500 -> exchange.html(500, "boum");
            case USERINFO_GARBAGE -> exchange.send(200, "application/json", "{\"sub\": not json");
            case USERINFO_HTML -> exchange.html(200, Json.text(claims));
            case USERINFO_HUGE -> {
                claims.put("padding", "x".repeat(HUGE));
                exchange.json(200, claims);
            }
            case USERINFO_SLOW -> late(exchange, () -> claims);
            case USERINFO_SIGNED,
                    USERINFO_SIGNED_HS256,
                    USERINFO_SIGNED_WRONG_KEY,
                    USERINFO_SIGNED_WRONG_ISSUER,
                    USERINFO_SIGNED_WRONG_AUDIENCE -> exchange.send(200, "application/jwt", signed(claims, grant));
            default -> exchange.json(200, claims);
        }
    }

    private String signed(Map<String, Object> claims, Grant grant) {
        Fault fault = grant.fault();
        claims.put("iss", simulator.issuer() + (fault == Fault.USERINFO_SIGNED_WRONG_ISSUER ? "-autre" : ""));
        claims.put(
                "aud",
                fault == Fault.USERINFO_SIGNED_WRONG_AUDIENCE
                        ? "autre-service"
                        : grant.client().clientId());
        return keys.signed(
                claims,
                switch (fault) {
                    case USERINFO_SIGNED_HS256 -> Fault.ALG_HS256;
                    case USERINFO_SIGNED_WRONG_KEY -> Fault.WRONG_SIGNATURE;
                    default -> Fault.NONE;
                });
    }

    private void logout(Exchange exchange) throws IOException {
        Map<String, String> hint = hint(exchange.query("id_token_hint"));
        register.end(hint.getOrDefault("sid", ""));
        String back = exchange.query("post_logout_redirect_uri");
        boolean declared = register.client(hint.getOrDefault("azp", ""))
                .filter(client -> client.postLogoutRedirectUris().contains(back))
                .isPresent();
        if (!declared) {
            exchange.html(back.isEmpty() ? 200 : 400, Pages.page("Session fermée", "<p>Votre session est fermée.</p>"));
            return;
        }
        exchange.redirect(
                switch (simulator.settings().fault()) {
                    case LOGOUT_LOSES_STATE -> back;
                    case LOGOUT_EMPTIES_STATE -> Urls.with(back, Map.of("state", ""));
                    case LOGOUT_ALTERS_STATE -> Urls.with(back, Map.of("state", "un-autre-etat"));
                    default -> Urls.with(back, Map.of("state", exchange.query("state")));
                });
    }

    /** Right, and too late: slowness is the fault. */
    private static void late(Exchange exchange, Supplier<Map<String, ?>> answer)
            throws IOException, InterruptedException {
        Thread.sleep(SLOW_MILLIS);
        exchange.json(200, answer.get());
    }

    /** The hint's signature is not looked at: it only says which session to end. */
    private static Map<String, String> hint(String jwt) {
        String[] parts = jwt.split("\\.");
        if (parts.length < 2) {
            return Map.of();
        }
        String json = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return Json.texts(json);
    }

    private static void error(Exchange exchange, int status, String code) throws IOException {
        exchange.json(status, Map.of("error", code, "error_description", "simulé"));
    }
}
