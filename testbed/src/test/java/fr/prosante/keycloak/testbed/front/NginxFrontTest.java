package fr.prosante.keycloak.testbed.front;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.Loopback;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Skipped where nginx is not installed. */
class NginxFrontTest extends CardFrontContract {
    @Override
    CardFront start(CardFront.Plan plan) {
        Assumptions.assumeTrue(NginxFront.installed(), "nginx is not installed");
        return CardFront.NGINX.start(plan);
    }

    @Override
    Optional<String> certificate(Headers headers) {
        return Optional.ofNullable(headers.getFirst("X-Forwarded-Client-Cert"))
                .map(value -> URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8))
                .map(value -> value.replaceAll("Cert=|\"|-----[A-Z ]+-----|\\s", ""));
    }

    @Test
    void whatANodeSaysThatIsOnlyComingUpIsSaidByAPage(@TempDir Path folder) throws Exception {
        HttpServer node = Loopback.http(0);
        byte[] line = "Bootstrap in progress".getBytes(StandardCharsets.UTF_8);
        node.createContext("/", exchange -> {
            exchange.sendResponseHeaders(503, line.length);
            exchange.getResponseBody().write(line);
            exchange.close();
        });
        node.start();
        URI address = URI.create("http://127.0.0.1:" + node.getAddress().getPort());
        HealthPki pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        try (CardFront front =
                start(new CardFront.Plan(pki, Path.of("../docker/nginx"), folder, List.of(address, address), 0, 0))) {
            HttpResponse<String> answer = HttpClient.newBuilder()
                    .sslContext(ServerTrust.in(pki.serverCa()))
                    .build()
                    .send(
                            HttpRequest.newBuilder(front.loginUrl())
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("réessayez").doesNotContain("Bootstrap");
        } finally {
            node.stop(0);
        }
    }
}
