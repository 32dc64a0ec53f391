package fr.prosante.keycloak.testbed;

import java.net.URI;
import java.util.Map;
import org.keycloak.admin.client.resource.RealmResource;

/** Something else that runs beside Keycloak, such as an identity provider; started before it, closed after it. */
public interface Neighbour extends AutoCloseable {

    /** Starts one. It listens on {@link Surroundings#port()}, where 0 means any free port. */
    @FunctionalInterface
    interface Factory {
        Neighbour start(Surroundings surroundings);
    }

    /** What it adds to Keycloak's environment, for placeholders of the realm. */
    Map<String, String> environment();

    /** What it adds to Keycloak's start options. */
    default Map<String, String> options() {
        return Map.of();
    }

    /** Addresses for people, by French label; shown with the others. */
    Map<String, URI> addresses();

    /** Called once when the realm is there. */
    default void configure(RealmResource realm) {}

    @Override
    void close();
}
