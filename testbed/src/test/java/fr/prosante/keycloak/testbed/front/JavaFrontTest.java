package fr.prosante.keycloak.testbed.front;

import com.sun.net.httpserver.Headers;
import java.util.Optional;

final class JavaFrontTest extends CardFrontContract {
    @Override
    CardFront start(CardFront.Plan plan) {
        return CardFront.JAVA.start(plan);
    }

    @Override
    Optional<String> certificate(Headers headers) {
        return Optional.ofNullable(headers.getFirst("Client-Cert")).map(value -> value.replace(":", ""));
    }
}
