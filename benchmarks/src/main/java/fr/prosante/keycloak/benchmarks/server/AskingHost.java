package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.testbed.Project;
import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The project's nginx with one more host, as the documentation of Keycloak's X.509 step has it: every page of it asks
 * for a certificate, which nginx verifies and hands on.
 */
record AskingHost(int port) {

    private static final String SERVER = """
            server {
              listen 127.0.0.1:%d ssl;
              server_name localhost;
              ssl_certificate ${DOOR_CERTIFICATE};
              ssl_certificate_key ${DOOR_KEY};
              ssl_protocols TLSv1.2;
              ssl_session_cache off;
              ssl_session_tickets off;
              ssl_verify_client optional;
              ssl_client_certificate ${CARD_AUTHORITIES};
              ssl_verify_depth 2;
              include snippets/proxy.conf;
              proxy_set_header X-Forwarded-Client-Cert $card_certificate;
              location / {
                proxy_pass http://keycloak;
              }
            }
            """;

    static AskingHost any() {
        return new AskingHost(Ports.free());
    }

    URI url() {
        return URI.create("https://localhost:" + port);
    }

    /** nginx with the project's hosts and this one. */
    CardFront.Kind front() {
        return plan -> CardFront.NGINX.start(new CardFront.Plan(
                plan.pki(),
                configuration(plan.configuration(), plan.folder().resolve("nginx-templates")),
                plan.folder(),
                plan.upstreams(),
                plan.loginPort(),
                plan.doorPort()));
    }

    private Path configuration(Path shipped, Path folder) {
        try (Stream<Path> files = Files.walk(shipped)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path copy = folder.resolve(shipped.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.writeString(copy, Files.readString(file));
            }
            Files.writeString(folder.resolve("templates/asking.conf.template"), SERVER.formatted(port));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("No configuration of nginx under " + Project.find(), e);
        }
    }
}
