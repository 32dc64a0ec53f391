package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.prosante.keycloak.e2e.server.Build;
import fr.prosante.keycloak.e2e.server.Image;
import fr.prosante.keycloak.e2e.server.Shell;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The image as its operator sees it: what it is, what it may, and what it keeps to itself. */
@Story
@EnabledIfSystemProperty(named = "prosante.server", matches = "image")
final class ImageIT {

    private static final String COMPOSE = "docker/compose.yaml";

    @Test
    void saysWhatItIsAndRunsAsAnOrdinaryUser() throws IOException {
        var config = inspected("image", Image.NAME).path("Config");

        assertThat(config.path("User").asText()).isEqualTo("1000");
        assertThat(config.path("Labels").path("org.opencontainers.image.title").asText())
                .isEqualTo("keycloak-pro-sante");
        assertThat(config.path("Labels")
                        .path("org.opencontainers.image.version")
                        .asText())
                .isEqualTo(Build.version());
        assertThat(config.path("Healthcheck").path("Test").path(1).asText()).isEqualTo("/opt/keycloak/bin/healthy.sh");
    }

    @Test
    void runsOnAFileSystemThatItCannotWriteAndIsFoundHealthy(World world) throws IOException {
        assertThat(world.testbed().keycloak().alive()).isTrue();
        var container = Image.container();

        assertThat(inspected("container", container)
                        .path("HostConfig")
                        .path("ReadonlyRootfs")
                        .asBoolean())
                .isTrue();
        assertThat(Shell.run("docker", "exec", container, "touch", "/opt/keycloak/providers/x")
                        .status())
                .isNotZero();
        assertThat(Shell.succeeds("docker", "exec", container, "id", "-u").strip())
                .isEqualTo("1000");
        await().atMost(Duration.ofMinutes(1))
                .until(() -> inspected("container", container)
                        .path("State")
                        .path("Health")
                        .path("Status")
                        .asText()
                        .equals("healthy"));
    }

    @Test
    void readsASecretFromAFileAndTellsNobody(@TempDir Path folder) throws IOException {
        var secret = "Un-Secret-D-Essai-4711";
        var file = Files.writeString(folder.resolve("db-password"), secret);
        Shell.succeeds("chmod", "755", folder.toString());
        var container = Shell.succeeds(
                        "docker",
                        "create",
                        "--network=host",
                        "--volume=" + file + ":/run/secrets/db_password:ro",
                        "--env=KC_DB_PASSWORD_FILE=/run/secrets/db_password",
                        Image.NAME,
                        "show-config")
                .strip();
        try {
            assertThat(Shell.succeeds("docker", "start", "--attach", container))
                    .contains("kc.db-password")
                    .doesNotContain(secret);
            assertThat(Shell.succeeds("docker", "inspect", container)).doesNotContain(secret);
            assertThat(Shell.succeeds("docker", "logs", container)).doesNotContain(secret);
        } finally {
            Shell.succeeds("docker", "rm", container);
        }
    }

    @Test
    void holdsNoPasswordInItsSettingsAndItsHistory() throws IOException {
        assertThat(inspected("image", Image.NAME).path("Config").path("Env").toString())
                .doesNotContainPattern("(?i)(password|secret)[^\"]*=");
        assertThat(Shell.succeeds("docker", "history", "--no-trunc", Image.NAME))
                .doesNotContainPattern("(?i)(password|secret)[^ ]*=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "docker/compose.production.yaml"})
    void composeAcceptsTheFilesAndTheyHoldNoSecret(String more, @TempDir Path secrets) throws IOException {
        Shell.succeeds(
                "docker/secrets.sh", "--self-signed", "connexion.example.fr", "carte.example.fr", secrets.toString());
        List<String> command = new ArrayList<>(List.of("env", "SECRETS=" + secrets, "docker-compose", "-f", COMPOSE));
        if (!more.isEmpty()) {
            command.addAll(List.of("-f", more));
        }
        command.addAll(List.of("--env-file", "docker/env.example", "config"));

        var told = Shell.succeeds(command.toArray(String[]::new));

        assertThat(told).contains("keycloak-1", "keycloak-2", "nginx", "postgres");
        for (var name : List.of("db-password", "admin-password")) {
            assertThat(told).doesNotContain(Files.readString(secrets.resolve(name)));
        }
    }

    /** What the bundle was compiled against is what it runs with; annotations of the source are not there to be run. */
    @Test
    @EnabledIfSystemProperty(named = "prosante.sbom", matches = "true", disabledReason = "no SBOM was made")
    void bringsTheVersionsThatTheSbomNames() throws IOException {
        var sbom = new ObjectMapper()
                .readTree(Build.root().resolve("authenticators/target/bom.json").toFile());
        var jar = sbom.path("metadata").path("component").path("bom-ref").asText();
        var named = StreamSupport.stream(sbom.path("dependencies").spliterator(), false)
                .filter(dependency -> dependency.path("ref").asText().equals(jar))
                .flatMap(dependency ->
                        StreamSupport.stream(dependency.path("dependsOn").spliterator(), false))
                .map(JsonNode::asText)
                .filter(name -> !name.contains("/jspecify@"))
                .map(ImageIT::file)
                .toList();

        var brought = Shell.succeeds(
                "docker",
                "run",
                "--rm",
                "--network=none",
                "--entrypoint=ls",
                Image.NAME,
                "/opt/keycloak/lib/lib/boot",
                "/opt/keycloak/lib/lib/main");

        assertThat(named).hasSizeGreaterThan(5);
        assertThat(brought.lines()).containsAll(named);
    }

    /** Name of the file that holds {@code pkg:maven/group/artifact@version?type=jar} in a Keycloak. */
    private static String file(String packageUrl) {
        return packageUrl.replaceFirst("pkg:maven/(.+)/(.+)@(.+)\\?type=jar", "$1.$2-$3.jar");
    }

    /** Beside what {@code kc.sh build} writes, which any image of a built Keycloak holds. */
    @Test
    void addsLessThanAMegabyteToABuiltKeycloak() throws IOException {
        var built = Long.parseLong(Shell.succeeds(
                        "docker",
                        "run",
                        "--rm",
                        "--network=none",
                        "--entrypoint=du",
                        Image.NAME,
                        "--bytes",
                        "--summarize",
                        "/opt/keycloak/lib/quarkus")
                .split("\\s")[0]);
        var added = size(Image.NAME) - size(Image.base());
        Files.writeString(
                Build.root().resolve("e2e-tests/target/image-size.txt"),
                added + " bytes over the base, " + built + " of them written by kc.sh build\n");

        assertThat(added - built).isBetween(1L, 1_000_000L);
    }

    private static long size(String image) throws IOException {
        return inspected("image", image).path("Size").asLong();
    }

    private static JsonNode inspected(String kind, String name) throws IOException {
        return new ObjectMapper()
                .readTree(Shell.succeeds("docker", kind, "inspect", name))
                .path(0);
    }
}
