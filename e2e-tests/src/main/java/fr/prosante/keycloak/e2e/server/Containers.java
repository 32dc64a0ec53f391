package fr.prosante.keycloak.e2e.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** The containers of one project of Docker Compose, by the names of their services. */
record Containers(String project) {

    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final ObjectMapper JSON = new ObjectMapper();

    void kill(String service) {
        Shell.succeeds("docker", "kill", id(service));
    }

    String logs(String service) {
        return Shell.succeeds("docker", "logs", id(service));
    }

    JsonNode inspected(String service) {
        try {
            return JSON.readTree(Shell.succeeds("docker", "inspect", id(service)))
                    .path(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void awaitHealthy(String service) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> inspected(service)
                        .path("State")
                        .path("Health")
                        .path("Status")
                        .asText()
                        .equals("healthy"));
    }

    /** When its log says so. */
    void awaitWord(String service, String word) {
        await().atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(() -> logs(service).contains(word));
    }

    private String id(String service) {
        return Shell.succeeds(
                        "docker",
                        "ps",
                        "--all",
                        "--quiet",
                        "--filter=label=com.docker.compose.project=" + project,
                        "--filter=label=com.docker.compose.service=" + service)
                .strip();
    }
}
