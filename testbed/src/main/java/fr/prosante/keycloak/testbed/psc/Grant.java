package fr.prosante.keycloak.testbed.psc;

import java.time.Instant;
import java.util.Map;

/** A login at the simulator that waits for its code to be redeemed. {@code fault} is the one in force when it began. */
record Grant(
        PscClient client,
        Map<String, String> request,
        FictivePerson person,
        String authMode,
        String sessionId,
        Fault fault,
        Instant at) {

    String redirectUri() {
        return parameter("redirect_uri");
    }

    String parameter(String name) {
        return request.getOrDefault(name, "");
    }
}
