package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.server.World;
import java.util.stream.Stream;

/** What the server's log must not say at INFO and above, whatever went wrong with Pro Santé Connect. */
final class Discretion {

    private Discretion() {}

    /** @param nationalIds of the people who came since the mark */
    static void keptSince(int mark, World world, String... nationalIds) {
        assertThat(world.testbed().keycloak().log().since(mark))
                .as("no token, code, secret or national identifier in the log")
                .noneMatch(line -> Stream.of("eyJ", "code=", "id_token", "\"access_token", "secret-de-demonstration")
                                .anyMatch(line::contains)
                        || Stream.of(nationalIds).anyMatch(line::contains));
    }
}
