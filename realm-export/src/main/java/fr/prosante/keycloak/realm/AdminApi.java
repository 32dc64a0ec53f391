package fr.prosante.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;

/** Keycloak's admin API of one realm, with a token that is fetched anew before it ends. */
final class AdminApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final URI tokenAddress;
    private final String realmAddress;
    private final Map<String, String> credentials;
    private String token = "";
    private long tokenEnd;

    /**
     * @param server Keycloak's address, {@code https://connexion.example.fr}
     * @param credentials form fields of the token request to the realm {@code master}
     */
    AdminApi(String server, String realm, Map<String, String> credentials) {
        String base = server.endsWith("/") ? server.substring(0, server.length() - 1) : server;
        this.tokenAddress = URI.create(base + "/realms/master/protocol/openid-connect/token");
        this.realmAddress = base + "/admin/realms/" + encoded(realm);
        this.credentials = credentials;
    }

    /** @throws AdminApiException if the answer is not 200 */
    JsonNode get(String path) {
        return parsed(send(request(path).GET()));
    }

    JsonNode post(String path, JsonNode body) {
        return parsed(send(request(path).POST(content(body))));
    }

    /** The id of what was made, from its address. */
    String create(String path, JsonNode body) {
        String address = answer(request(path).POST(content(body)))
                .headers()
                .firstValue("Location")
                .orElseThrow(() -> new AdminApiException("POST " + path + ": no address of what was made"));
        return address.substring(address.lastIndexOf('/') + 1);
    }

    void put(String path, JsonNode body) {
        send(request(path).PUT(content(body)));
    }

    void put(String path) {
        send(request(path).PUT(BodyPublishers.noBody()));
    }

    /** One segment of a path. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private HttpRequest.Builder request(String path) {
        if (System.nanoTime() >= tokenEnd || token.isEmpty()) {
            logIn();
        }
        return HttpRequest.newBuilder(URI.create(realmAddress + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
    }

    private void logIn() {
        StringJoiner form = new StringJoiner("&");
        credentials.forEach((name, value) -> form.add(encoded(name) + "=" + encoded(value)));
        JsonNode answer = parsed(send(HttpRequest.newBuilder(tokenAddress)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form.toString()))));
        token = answer.path("access_token").asText();
        tokenEnd = System.nanoTime()
                + Duration.ofSeconds(answer.path("expires_in").asLong() / 2).toNanos();
    }

    private String send(HttpRequest.Builder builder) {
        return answer(builder).body();
    }

    private HttpResponse<String> answer(HttpRequest.Builder builder) {
        HttpRequest request = builder.timeout(PATIENCE).build();
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            if (response.statusCode() / 100 != 2) {
                throw new AdminApiException(request.method() + " "
                        + request.uri().getPath() + ": " + response.statusCode() + " " + response.body());
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer from " + request.uri().getAuthority(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static HttpRequest.BodyPublisher content(JsonNode body) {
        return BodyPublishers.ofString(body.toString());
    }

    private static JsonNode parsed(String body) {
        try {
            return body.isEmpty() ? MissingNode.getInstance() : JSON.readTree(body);
        } catch (IOException e) {
            throw new UncheckedIOException("Not JSON, so not Keycloak", e);
        }
    }
}
