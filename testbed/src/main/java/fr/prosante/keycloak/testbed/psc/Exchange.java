package fr.prosante.keycloak.testbed.psc;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLPeerUnverifiedException;

/** One request and its answer. */
final class Exchange {

    private final HttpExchange http;
    private final Map<String, String> query;
    private final Map<String, String> form;

    Exchange(HttpExchange http) throws IOException {
        this.http = http;
        this.query = decode(http.getRequestURI().getRawQuery());
        this.form = http.getRequestMethod().equals("POST")
                ? decode(new String(http.getRequestBody().readAllBytes(), StandardCharsets.UTF_8))
                : Map.of();
    }

    String path() {
        return http.getRequestURI().getPath();
    }

    boolean isPost() {
        return http.getRequestMethod().equals("POST");
    }

    /** Empty text if absent. */
    String query(String name) {
        return query.getOrDefault(name, "");
    }

    String form(String name) {
        return form.getOrDefault(name, "");
    }

    String header(String name) {
        return Optional.ofNullable(http.getRequestHeaders().getFirst(name)).orElse("");
    }

    Optional<String> cookie(String name) {
        return Stream.of(header("Cookie").split(";"))
                .map(String::trim)
                .filter(cookie -> cookie.startsWith(name + "="))
                .map(cookie -> cookie.substring(name.length() + 1))
                .findFirst();
    }

    void setCookie(String name, String value, boolean keep) {
        http.getResponseHeaders()
                .add(
                        "Set-Cookie",
                        name + "=" + value + "; Path=/; HttpOnly; SameSite=Lax" + (keep ? "; Max-Age=2592000" : ""));
    }

    Optional<X509Certificate> certificate() {
        if (!(http instanceof HttpsExchange https)) {
            return Optional.empty();
        }
        try {
            Certificate[] chain = https.getSSLSession().getPeerCertificates();
            return Optional.of((X509Certificate) chain[0]);
        } catch (SSLPeerUnverifiedException none) {
            return Optional.empty();
        }
    }

    void redirect(String location) throws IOException {
        http.getResponseHeaders().set("Location", location);
        http.sendResponseHeaders(302, -1);
        http.close();
    }

    void html(int status, String page) throws IOException {
        send(status, "text/html; charset=utf-8", page);
    }

    void json(int status, Map<String, ?> body) throws IOException {
        send(status, "application/json", Json.text(body));
    }

    void send(int status, String type, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        http.getResponseHeaders().set("Content-Type", type);
        http.getResponseHeaders().set("Cache-Control", "no-store");
        http.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            http.getResponseBody().write(bytes);
        }
        http.close();
    }

    /** One byte now and then, for as long as the other side has patience. */
    void trickle(int seconds) throws IOException, InterruptedException {
        http.getResponseHeaders().set("Content-Type", "application/json");
        http.sendResponseHeaders(200, 0);
        for (int i = 0; i < seconds * 2; i++) {
            http.getResponseBody().write(' ');
            http.getResponseBody().flush();
            Thread.sleep(500);
        }
        http.close();
    }

    private static Map<String, String> decode(String encoded) {
        Map<String, String> values = new LinkedHashMap<>();
        if (encoded != null) {
            for (String pair : encoded.split("&")) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? parts[1] : "";
                values.putIfAbsent(
                        URLDecoder.decode(parts[0], StandardCharsets.UTF_8),
                        URLDecoder.decode(value, StandardCharsets.UTF_8));
            }
        }
        return values;
    }
}
