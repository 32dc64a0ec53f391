package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.server.Ports;
import fr.prosante.keycloak.testbed.server.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Debian's nginx with the configuration that {@code docker/nginx} ships, filled in for loopback. */
final class NginxFront implements CardFront {
    private static final List<Path> PLACES =
            List.of(Path.of("/usr/sbin/nginx"), Path.of("/usr/local/sbin/nginx"), Path.of("/usr/bin/nginx"));
    private static final Path MIME_TYPES = Path.of("/etc/nginx/mime.types");

    private final WatchedProcess process;
    private final int loginPort;
    private final int doorPort;

    private NginxFront(WatchedProcess process, int loginPort, int doorPort) {
        this.process = process;
        this.loginPort = loginPort;
        this.doorPort = doorPort;
    }

    static boolean installed() {
        return program().isPresent() && Files.exists(MIME_TYPES);
    }

    static NginxFront start(Plan plan) {
        Path program = program().orElseThrow(() -> new IllegalStateException("nginx is not installed"));
        int login = plan.loginPort() == 0 ? Ports.free() : plan.loginPort();
        int door = plan.doorPort() == 0 ? Ports.free() : plan.doorPort();
        Path folder = plan.folder().resolve("nginx").toAbsolutePath();
        try {
            write(plan, folder, login, door);
        } catch (IOException e) {
            throw new UncheckedIOException("No nginx configuration", e);
        }
        Path log = plan.folder().resolve("nginx.log");
        WatchedProcess process = WatchedProcess.start(
                List.of(
                        program.toString(),
                        "-p",
                        folder.toString(),
                        "-c",
                        folder.resolve("nginx.conf").toString(),
                        "-e",
                        "stderr",
                        "-g",
                        "daemon off;"),
                Map.of(),
                log);
        NginxFront front = new NginxFront(process, login, door);
        front.await(login, log);
        front.await(door, log);
        return front;
    }

    @Override
    public URI loginUrl() {
        return URI.create("https://localhost:" + loginPort);
    }

    @Override
    public URI doorUrl() {
        return URI.create("https://127.0.0.1:" + doorPort);
    }

    @Override
    public String certificateLookup() {
        return "envoy";
    }

    @Override
    public void close() {
        process.close();
    }

    private static void write(Plan plan, Path folder, int login, int door) throws IOException {
        Map<String, String> values = values(plan, folder, login, door);
        Files.createDirectories(folder.resolve("conf.d"));
        Files.createDirectories(folder.resolve("snippets"));
        Files.createDirectories(folder.resolve("run"));
        Files.writeString(folder.resolve("mime.types"), Files.readString(MIME_TYPES));
        fill(plan.configuration().resolve("nginx.conf"), folder, values);
        for (Path file : files(plan.configuration().resolve("snippets"))) {
            fill(file, folder.resolve("snippets"), values);
        }
        for (Path file : files(plan.configuration().resolve("templates"))) {
            fill(file, folder.resolve("conf.d"), values);
        }
    }

    private static Map<String, String> values(Plan plan, Path folder, int login, int door) {
        Leaf server = plan.pki().localhost();
        String certificate = Pem.write(folder.resolve("tls.pem"), Pem.certificates(server.chain()))
                .toString();
        String key =
                Pem.write(folder.resolve("tls-key.pem"), Pem.key(server.key())).toString();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("NGINX_RUN", folder.resolve("run").toString());
        values.put("NGINX_ACCESS_LOG", folder.resolve("access.log").toString());
        values.put(
                "NGINX_HTML",
                plan.configuration().resolve("html").toAbsolutePath().toString());
        values.put("LOGIN_LISTEN", "127.0.0.1:" + login);
        values.put("LOGIN_HOST", "localhost");
        values.put("LOGIN_CERTIFICATE", certificate);
        values.put("LOGIN_KEY", key);
        values.put("DOOR_LISTEN", "127.0.0.1:" + door);
        values.put("DOOR_HOST", "127.0.0.1 .carte.localhost");
        values.put("DOOR_CERTIFICATE", certificate);
        values.put("DOOR_KEY", key);
        values.put(
                "CARD_AUTHORITIES",
                plan.pki().writeAnchors(folder.resolve("card-authorities.pem")).toString());
        values.put(
                "KEYCLOAK_SERVERS",
                plan.upstreams().stream()
                        .map(url -> "server " + url.getAuthority() + ";")
                        .collect(Collectors.joining("\n  ")));
        return values;
    }

    private static void fill(Path source, Path folder, Map<String, String> values) throws IOException {
        String text = Files.readString(source);
        for (Map.Entry<String, String> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue());
        }
        String name = source.getFileName().toString().replace(".template", "");
        Files.writeString(folder.resolve(name), text);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    private static Optional<Path> program() {
        return PLACES.stream().filter(Files::isExecutable).findFirst();
    }

    private void await(int port, Path log) {
        Instant end = Instant.now().plus(Duration.ofSeconds(20));
        while (!listening(port)) {
            if (!process.alive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException("nginx does not listen, see " + log);
            }
        }
    }

    private static boolean listening(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
