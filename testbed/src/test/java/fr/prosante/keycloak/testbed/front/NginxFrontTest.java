package fr.prosante.keycloak.testbed.front;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

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
}
