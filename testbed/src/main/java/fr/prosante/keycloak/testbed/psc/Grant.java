package fr.prosante.keycloak.testbed.psc;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** A login at the simulator that waits for its code to be redeemed. {@code fault} is the one in force when it began. */
record Grant(
        PscClient client,
        Map<String, String> request,
        FictivePerson person,
        String authMode,
        String sessionId,
        Fault fault,
        Instant at) {

    /** Where the means may be said. */
    enum Place {
        ID_TOKEN,
        ACCESS_TOKEN,
        USERINFO
    }

    /** What is said there of the means. */
    Optional<String> authModeIn(Place place) {
        return switch (fault) {
            case NO_AUTH_MODE -> Optional.empty();
            case UNKNOWN_AUTH_MODE -> Optional.of("BIOMETRIE");
            case AUTH_MODE_IN_USERINFO -> Optional.of(authMode).filter(said -> place == Place.USERINFO);
            case AUTH_MODE_IN_ACCESS_TOKEN, AUTH_MODE_IN_FORGED_ACCESS_TOKEN ->
                Optional.of(authMode).filter(said -> place != Place.ID_TOKEN);
            default -> Optional.of(authMode);
        };
    }

    String redirectUri() {
        return parameter("redirect_uri");
    }

    String parameter(String name) {
        return request.getOrDefault(name, "");
    }
}
