package fr.prosante.keycloak.testbed.server;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a server shall be. Realm files may hold {@code ${NAME}} and {@code ${NAME:default}}: Keycloak's import replaces
 * them from its environment (only from there), which {@link #environment} adds to; a name that is neither set nor has a
 * default stays as it is.
 */
public final class KeycloakServerBuilder {
    private final List<Path> providers = new ArrayList<>();
    private final List<Path> realms = new ArrayList<>();
    private final Map<String, String> buildOptions = new LinkedHashMap<>();
    private final Map<String, String> options = new LinkedHashMap<>();
    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> javaOptions = new ArrayList<>();
    private Path root = Path.of("").toAbsolutePath();
    private Optional<Path> folder = Optional.empty();
    private Optional<ServerHost> host = Optional.empty();
    private Database database = Database.memory();
    private int httpPort;
    private int managementPort;
    private boolean keep;
    private boolean discard;
    private boolean compilesFully;

    KeycloakServerBuilder() {
        buildOptions.put("health-enabled", "true");
        buildOptions.put("metrics-enabled", "true");
        options.put("http-enabled", "true");
        options.put("http-host", "127.0.0.1");
        options.put("cache", "local");
        // Says on every look that the server is not ready yet.
        options.put("log-level-io.smallrye.health", "error");
        environment.put("KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakServer.ADMIN);
        environment.put("KC_BOOTSTRAP_ADMIN_PASSWORD", KeycloakServer.ADMIN);
    }

    /** Root folder of the project, where the archive, the cache and the own folders are found under {@code testbed/target}. */
    public KeycloakServerBuilder root(Path projectRoot) {
        root = projectRoot.toAbsolutePath();
        return this;
    }

    /** The server's own folder; a new one under {@code testbed/target/servers} if not given. */
    public KeycloakServerBuilder folder(Path serverFolder) {
        folder = Optional.of(serverFolder.toAbsolutePath());
        return this;
    }

    /** A jar to put into {@code providers/}. */
    public KeycloakServerBuilder provider(Path jar) {
        providers.add(jar);
        return this;
    }

    /** A realm to import at the first start; any file name will do. */
    public KeycloakServerBuilder realm(Path file) {
        realms.add(file);
        return this;
    }

    /** Runs there, with the providers and the build options that are there. */
    public KeycloakServerBuilder on(ServerHost elsewhere) {
        host = Optional.of(elsewhere);
        return this;
    }

    public KeycloakServerBuilder database(Database where) {
        database = where;
        return this;
    }

    /** An option of {@code kc.sh build}, without its dashes. */
    public KeycloakServerBuilder buildOption(String name, String value) {
        buildOptions.put(name, value);
        return this;
    }

    /** An option of {@code kc.sh start}, without its dashes. */
    public KeycloakServerBuilder option(String name, String value) {
        options.put(name, value);
        return this;
    }

    public KeycloakServerBuilder environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public KeycloakServerBuilder environment(Map<String, String> values) {
        environment.putAll(values);
        return this;
    }

    /** One more option of the JVM. */
    public KeycloakServerBuilder javaOption(String option) {
        javaOptions.add(option);
        return this;
    }

    /** Compiles as a server in production does; without it, less: ready some seconds earlier, slower in the long run. */
    public KeycloakServerBuilder compilesFully() {
        compilesFully = true;
        return this;
    }

    public KeycloakServerBuilder httpPort(int port) {
        httpPort = port;
        return this;
    }

    public KeycloakServerBuilder managementPort(int port) {
        managementPort = port;
        return this;
    }

    /** Goes on with the data of an earlier start in the same folder, if there is any. */
    public KeycloakServerBuilder keep(boolean keepData) {
        keep = keepData;
        return this;
    }

    /** Deletes the folder when the server is closed; the log beside it stays. */
    public KeycloakServerBuilder discard(boolean deleteFolder) {
        discard = deleteFolder;
        return this;
    }

    /** Builds if needed, starts, and returns when the server is ready. */
    public KeycloakServer start() {
        buildOptions.put("db", database.vendor());
        try {
            Path home = host.isPresent() ? folder.orElseGet(() -> target("servers")) : home(built());
            bringRealms(home);
            int port = httpPort == 0 ? Ports.free() : httpPort;
            int healthPort = managementPort == 0 ? Ports.free() : managementPort;
            Path log = home.resolveSibling(home.getFileName() + ".log");
            environment.put("JAVA_OPTS_APPEND", javaOptions());
            completeOptions(home, port, healthPort);
            RunningServer process = host.isPresent()
                    ? host.get().start(new ServerHost.Launch(imports(home), options, environment, log))
                    : WatchedProcess.start(command(home), environment, log);
            Runnable atEnd = discard || folder.isEmpty() ? () -> Folders.discard(home) : () -> {};
            return new KeycloakServer(process, new ServerLog(log), home, loopback(port), loopback(healthPort), atEnd)
                    .awaitReady();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String javaOptions() {
        return (compilesFully ? "" : "-XX:TieredStopAtLevel=1 ") + String.join(" ", javaOptions);
    }

    private Path built() {
        return new ServerBuild(archive(), providers, buildOptions).prepare(target("builds"));
    }

    private void completeOptions(Path home, int port, int healthPort) {
        options.putAll(database.options(home));
        options.put("http-port", String.valueOf(port));
        options.put("http-management-port", String.valueOf(healthPort));
        options.putIfAbsent("hostname", loopback(port).toString());
    }

    private List<String> command(Path home) {
        List<String> command =
                new ArrayList<>(List.of("sh", home.resolve("bin/kc.sh").toString(), "start", "--optimized"));
        if (!realms.isEmpty()) {
            command.add("--import-realm");
        }
        options.forEach((name, value) -> command.add("--" + name + "=" + value));
        return command;
    }

    private Path home(Path built) throws IOException {
        Path home = folder.isPresent() ? folder.get() : ownFolder();
        Path data = home.resolve("data");
        Path kept = home.resolveSibling(home.getFileName() + ".data");
        if (keep && Files.exists(data)) {
            Files.move(data, kept);
        }
        Folders.delete(home);
        Folders.link(built, home);
        if (Files.exists(kept)) {
            Folders.delete(data);
            Files.move(kept, data);
        }
        return home;
    }

    private static Path imports(Path home) {
        return home.resolve("data/import");
    }

    private void bringRealms(Path home) throws IOException {
        Path imports = imports(home);
        Folders.delete(imports);
        Files.createDirectories(imports);
        for (Path realm : realms) {
            // Keycloak insists on this name.
            Files.copy(realm, imports.resolve(name(realm) + "-realm.json"));
        }
    }

    private static String name(Path realm) throws IOException {
        return new ObjectMapper().readTree(realm.toFile()).path("realm").asText();
    }

    private Path ownFolder() throws IOException {
        Files.createDirectories(target("servers"));
        return Files.createTempDirectory(target("servers"), "kc-");
    }

    private Path archive() {
        try (Stream<Path> files = Files.list(target("dist"))) {
            return files.filter(file -> file.getFileName().toString().matches("keycloak-quarkus-dist-.*\\.zip"))
                    .max(java.util.Comparator.naturalOrder())
                    .orElseThrow(() -> new IOException("No archive"));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "No Keycloak archive in " + target("dist") + ": run Maven with the profile \"server\"", e);
        }
    }

    private Path target(String name) {
        return root.resolve("testbed/target").resolve(name);
    }

    private static URI loopback(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }
}
