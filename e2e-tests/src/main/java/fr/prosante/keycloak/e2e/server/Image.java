package fr.prosante.keycloak.e2e.server;

import com.github.dockerjava.api.command.CreateContainerCmd;
import com.github.dockerjava.api.model.AccessMode;
import com.github.dockerjava.api.model.Bind;
import com.github.dockerjava.api.model.Capability;
import com.github.dockerjava.api.model.Volume;
import dasniko.testcontainers.keycloak.KeycloakContainer;
import fr.prosante.keycloak.testbed.server.RunningServer;
import fr.prosante.keycloak.testbed.server.ServerHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.testcontainers.containers.wait.strategy.Wait;

/**
 * The image of {@code docker/Dockerfile}, made once per test run from the jars of this build. With the system property
 * {@code prosante.server=image} the stories are told on it.
 */
public final class Image implements ServerHost {

    /** As Docker knows it. */
    public static final String NAME = "pro-sante-test/keycloak-pro-sante:test";

    private static final String NEXT = "pro-sante-test/keycloak-pro-sante:next";

    private static final Pattern ARCHIVE = Pattern.compile("keycloak-quarkus-dist-(.*)\\.zip");

    private Image() {}

    /** Whether a run of stories shall be told on the image; it is made if so. */
    static Optional<Image> wanted() {
        return toldOn() ? Optional.of(made()) : Optional.empty();
    }

    /** Whether this run of stories is told on the image. */
    static boolean toldOn() {
        return "image".equals(System.getProperty("prosante.server"));
    }

    /** The container that is running; there is one. */
    public static String container() {
        return Shell.succeeds("docker", "ps", "--quiet", "--filter=ancestor=" + NAME)
                .strip();
    }

    static Image made() {
        Shell.succeeds(
                root("e2e-tests/src/test/docker/base-images.sh"), archive().toString(), keycloakVersion());
        build(NAME, Build.version());
        return new Image();
    }

    /** The image of a version to come: made from the same jars, but another image. The one of this version is there. */
    public static String next() {
        build(NEXT, Build.version() + ".next");
        return NEXT;
    }

    private static void build(String name, String version) {
        Shell.succeeds(
                "docker",
                "build",
                "--network=host",
                "--file=" + root("docker/Dockerfile"),
                "--build-arg=KEYCLOAK_IMAGE=" + base(),
                "--build-arg=VERSION=" + version,
                "--tag=" + name,
                root(""));
    }

    /** What it is built on: Keycloak as it is published, and nothing of ours. */
    public static String base() {
        return "pro-sante-test/keycloak:" + keycloakVersion();
    }

    private static String keycloakVersion() {
        return ARCHIVE.matcher(archive().getFileName().toString()).replaceFirst("$1");
    }

    /** One container, as locked up as {@code docker/compose.yaml} has it, on the network of this machine. */
    @Override
    public RunningServer start(Launch launch) {
        var files = Build.root().resolve("e2e-tests/target").toString();
        var container = new KeycloakContainer(NAME)
                .withProductionMode()
                .withOptimizedFlag()
                .withBootstrapAdminDisabled()
                // Readiness is asked for by who starts a server.
                .waitingFor(Wait.forLogMessage(".* Listening on: .*\\n", 1))
                .withNetworkMode("host")
                .withTmpFs(Map.of("/tmp", "", "/opt/keycloak/data", "uid=1000,gid=0,mode=770"))
                .withLogConsumer(frame -> append(launch.log(), frame.getUtf8String()));
        launch.options().forEach((name, value) -> container.withEnv(variable(name), value));
        launch.environment().forEach(container::withEnv);
        container.withCreateContainerCmdModifier(command ->
                lockUp(command, bind(files, files), bind(launch.realms().toString(), "/opt/keycloak/data/import")));
        // There are no ports to map on the network of this machine.
        container.setExposedPorts(List.of());
        container.start();
        return new RunningContainer(container);
    }

    private static void lockUp(CreateContainerCmd command, Bind... readable) {
        Optional.ofNullable(command.withUser("1000:0").getHostConfig())
                .orElseThrow()
                .withReadonlyRootfs(true)
                .withCapDrop(Capability.ALL)
                .withSecurityOpts(List.of("no-new-privileges:true"))
                .withBinds(readable);
    }

    private static Bind bind(String folder, String inside) {
        return new Bind(folder, new Volume(inside), AccessMode.ro);
    }

    private static String variable(String option) {
        return "KC_" + option.toUpperCase(Locale.ROOT).replaceAll("[-.]", "_");
    }

    private static void append(Path log, String text) {
        try {
            Files.writeString(log, text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path archive() {
        try (var files = Files.list(Build.root().resolve("testbed/target/dist"))) {
            List<Path> found = files.filter(file ->
                            ARCHIVE.matcher(file.getFileName().toString()).matches())
                    .toList();
            return found.get(found.size() - 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String root(String path) {
        return Build.root().resolve(path).toString();
    }
}
