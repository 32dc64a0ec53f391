package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;

/** A running Keycloak with a folder, ports and a database of its own; stopped when closed or when this JVM ends. */
public final class KeycloakServer implements AutoCloseable {
    /** Name and password of the bootstrap administrator of every testbed server. */
    public static final String ADMIN = "admin";

    private static final Duration PATIENCE = Duration.ofMinutes(8);

    private final RunningServer process;
    private final ServerLog log;
    private final Path home;
    private final URI url;
    private final URI management;
    private final Runnable atEnd;
    private final Instant begun = Instant.now();
    private Duration startTime = Duration.ZERO;

    KeycloakServer(RunningServer process, ServerLog log, Path home, URI url, URI management, Runnable atEnd) {
        this.process = process;
        this.log = log;
        this.home = home;
        this.url = url;
        this.management = management;
        this.atEnd = atEnd;
    }

    public static KeycloakServerBuilder builder() {
        return new KeycloakServerBuilder();
    }

    /** Keycloak's own http address, without the front. */
    public URI url() {
        return url;
    }

    /** Address of the management interface: {@code /health}, {@code /metrics}. */
    public URI management() {
        return management;
    }

    public Metrics metrics() {
        return new Metrics(management.resolve("/metrics"));
    }

    public Path home() {
        return home;
    }

    public ServerLog log() {
        return log;
    }

    /** From the start of the process to readiness. */
    public Duration startTime() {
        return startTime;
    }

    /** A new admin client; the caller closes it. */
    public Keycloak adminClient() {
        return KeycloakBuilder.builder()
                .serverUrl(url.toString())
                .realm("master")
                .clientId("admin-cli")
                .username(ADMIN)
                .password(ADMIN)
                .build();
    }

    /** All that it has in memory at this moment, without what is waiting to be collected. */
    public Memory memory() {
        return Memory.of(process.virtualMachine(), home.resolveSibling("memory.hprof"));
    }

    public boolean alive() {
        return process.alive();
    }

    /** Ends the server as a crash would. */
    public void kill() {
        process.kill();
    }

    @Override
    public void close() {
        process.close();
        atEnd.run();
    }

    KeycloakServer awaitReady() {
        Instant end = begun.plus(PATIENCE);
        while (!ready()) {
            if (!process.alive() || Instant.now().isAfter(end)) {
                close();
                throw new IllegalStateException(
                        "Keycloak did not become ready, log " + log.file() + ":\n" + log.tail(60));
            }
            Pause.millis(100);
        }
        startTime = Duration.between(begun, Instant.now());
        return this;
    }

    private boolean ready() {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    management.resolve("/health/ready").toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }
}
