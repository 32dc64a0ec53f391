package fr.prosante.keycloak.testbed.portal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.id.State;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.Html;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The pages of the portal. */
final class PortalPages {
    private static final String COOKIE = "PORTAIL";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RelyingParty party;
    private final Map<String, PortalSession> sessions = new ConcurrentHashMap<>();

    PortalPages(RelyingParty party) {
        this.party = party;
    }

    void register(HttpServer http) {
        http.createContext("/", guarded(this::home));
        http.createContext("/login", guarded(this::login));
        http.createContext("/callback", guarded(this::callback));
        http.createContext("/logout", guarded(this::logout));
        http.createContext("/claims", guarded(this::claims));
    }

    private void home(HttpExchange exchange) throws IOException {
        Optional<PortalSession.Login> login = session(exchange).flatMap(PortalSession::login);
        if (login.isEmpty()) {
            page(exchange, 200, "Portail", """
                    <p id="status" data-connected="false">Vous n'êtes pas connecté.</p>
                    <p><a class="action" id="login" href="/login">Se connecter</a></p>
                    """);
            return;
        }
        Map<String, Object> claims = login.get().claims();
        page(
                exchange,
                200,
                "Portail",
                String.format(
                        Locale.ROOT,
                        """
                <p id="status" data-connected="true">Vous êtes connecté : <strong id="name">%s</strong></p>
                <p>Moyen de connexion : <strong id="means">%s</strong></p>
                <p><a class="action" id="logout" href="/logout">Se déconnecter</a></p>
                <h2>Informations reçues</h2>
                <table id="claims"><thead><tr><th>Nom</th><th>Valeur</th></tr></thead><tbody>%s</tbody></table>
                """,
                        Html.escape(
                                Objects.toString(claims.getOrDefault("name", claims.get("preferred_username")), "?")),
                        Html.escape(Means.of(claims)),
                        rows(claims)));
    }

    private void login(HttpExchange exchange) throws IOException, GeneralException {
        String id = UUID.randomUUID().toString();
        PortalSession session = session(exchange).orElseGet(() -> {
            exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "=" + id + "; Path=/; HttpOnly; SameSite=Lax");
            return sessions.computeIfAbsent(id, key -> new PortalSession());
        });
        redirect(exchange, party.loginAddress(session.begin(), parameters(exchange)));
    }

    private void callback(HttpExchange exchange) throws IOException, GeneralException, GeneralSecurityException {
        Map<String, String> parameters = parameters(exchange);
        Optional<PortalSession> session = session(exchange);
        Optional<PortalSession.Attempt> attempt =
                session.flatMap(found -> found.take(new State(parameters.getOrDefault("state", "?"))));
        if (attempt.isEmpty() || !parameters.containsKey("code")) {
            String error = parameters.getOrDefault("error", "state");
            page(
                    exchange,
                    400,
                    "Connexion impossible",
                    String.format(
                            Locale.ROOT,
                            """
                    <p id="status" data-connected="false" data-error="%s">%s</p>
                    <p><a class="action" id="login" href="/login">Se connecter</a></p>
                    """,
                            Html.escape(error),
                            Html.escape(parameters.getOrDefault("error_description", error))));
            return;
        }
        session.get().connected(party.redeem(parameters.getOrDefault("code", ""), attempt.get()));
        redirect(exchange, URI.create("/"));
    }

    private void logout(HttpExchange exchange) throws IOException, GeneralException {
        Optional<PortalSession.Login> login = session(exchange).flatMap(PortalSession::login);
        cookie(exchange).ifPresent(sessions::remove);
        redirect(exchange, party.logoutAddress(login));
    }

    private void claims(HttpExchange exchange) throws IOException {
        Optional<PortalSession.Login> login = session(exchange).flatMap(PortalSession::login);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("connected", login.isPresent());
        login.ifPresent(found -> {
            answer.put("claims", found.claims());
            answer.put("access", printable(found.accessClaims()));
        });
        Html.send(exchange, login.isPresent() ? 200 : 401, "application/json", json(answer));
    }

    private static com.sun.net.httpserver.HttpHandler guarded(Page page) {
        return exchange -> {
            try (exchange) {
                page.answer(exchange);
            } catch (GeneralException | GeneralSecurityException e) {
                page(
                        exchange,
                        502,
                        "Connexion impossible",
                        "<p id=\"status\" data-connected=\"false\" data-error=\"provider\">"
                                + Html.escape(String.valueOf(e.getMessage())) + "</p>");
            }
        };
    }

    private Optional<PortalSession> session(HttpExchange exchange) {
        return cookie(exchange).map(sessions::get);
    }

    private static Optional<String> cookie(HttpExchange exchange) {
        return exchange.getRequestHeaders().getOrDefault("Cookie", List.of()).stream()
                .flatMap(header -> List.of(header.split(";\\s*")).stream())
                .filter(cookie -> cookie.startsWith(COOKIE + "="))
                .map(cookie -> cookie.substring(COOKIE.length() + 1))
                .findFirst();
    }

    private static Map<String, String> parameters(HttpExchange exchange) {
        Map<String, String> parameters = new LinkedHashMap<>();
        for (String pair : Objects.requireNonNullElse(exchange.getRequestURI().getRawQuery(), "")
                .split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                parameters.put(
                        URLDecoder.decode(pair.substring(0, equals), StandardCharsets.UTF_8),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return parameters;
    }

    private static String rows(Map<String, Object> claims) {
        return claims.entrySet().stream()
                .map(claim -> String.format(
                        Locale.ROOT,
                        "<tr data-claim=\"%s\"><th scope=\"row\">%s</th><td>%s</td></tr>",
                        Html.escape(claim.getKey()),
                        Html.escape(claim.getKey()),
                        value(claim.getValue())))
                .collect(Collectors.joining("\n"));
    }

    private static String value(Object value) {
        return value instanceof Collection<?> many
                ? many.stream().map(PortalPages::value).collect(Collectors.joining(", "))
                : Html.escape(String.valueOf(value));
    }

    private static Map<String, Object> printable(Map<String, Object> claims) {
        Map<String, Object> printable = new TreeMap<>();
        claims.forEach((name, value) -> printable.put(
                name, value instanceof java.util.Date date ? date.toInstant().getEpochSecond() : value));
        return printable;
    }

    private static String json(Map<String, Object> content) {
        try {
            return JSON.writeValueAsString(content);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void page(HttpExchange exchange, int status, String title, String body) throws IOException {
        Html.send(exchange, status, "text/html", Html.page(title, body));
    }

    private static void redirect(HttpExchange exchange, URI target) throws IOException {
        exchange.getResponseHeaders().set("Location", target.toString());
        exchange.sendResponseHeaders(302, -1);
    }

    private interface Page {
        void answer(HttpExchange exchange) throws IOException, GeneralException, GeneralSecurityException;
    }
}
