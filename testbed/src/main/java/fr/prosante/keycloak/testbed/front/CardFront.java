package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/** The two addresses before Keycloak, whatever stands there. */
public interface CardFront extends AutoCloseable {

    /** {@code https://localhost:<port>}: where people log in. */
    URI loginUrl();

    /** {@code https://127.0.0.1:<port>}: where a card is asked for. */
    URI doorUrl();

    /** Keycloak's look-up provider that reads the certificate as this front hands it on. */
    String certificateLookup();

    @Override
    void close();

    /**
     * What a front needs.
     *
     * @param configuration folder of the nginx configuration that the project ships
     * @param folder where files may be written
     * @param upstreams Keycloak's http addresses, asked in turn
     * @param loginPort 0 for any
     * @param doorPort 0 for any
     */
    record Plan(HealthPki pki, Path configuration, Path folder, List<URI> upstreams, int loginPort, int doorPort) {
        public Plan {
            upstreams = List.copyOf(upstreams);
        }
    }

    /** One of them. */
    @FunctionalInterface
    interface Kind {
        CardFront start(Plan plan);
    }

    /** The one written in Java, which needs nothing installed. */
    Kind JAVA = plan -> Front.start(plan.pki().localhost(), plan.upstreams(), plan.loginPort(), plan.doorPort());

    /** nginx with the project's own configuration. */
    Kind NGINX = NginxFront::start;

    /** nginx where it is installed, else Java. */
    Kind BEST = plan -> (NginxFront.installed() ? NGINX : JAVA).start(plan);
}
