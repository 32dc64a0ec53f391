package fr.prosante.keycloak.testbed.portal;

import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An ordinary OIDC client (authorization code, PKCE, RP-initiated logout) whose one page shows who is connected, by which
 * means, and every claim received; {@code /claims} is the same for programs.
 */
public final class Portal implements AutoCloseable {
    /** Client id it uses; public client, redirect address {@code <url>/callback}. */
    public static final String CLIENT_ID = "portail";

    private final HttpServer server;
    private final ExecutorService threads;

    private Portal(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * @param issuer the realm's address
     * @param serverCa the CA of the issuer's TLS certificate
     * @param port 0 for any
     */
    public static Portal start(URI issuer, X509Certificate serverCa, int port) {
        try {
            HttpServer http = Loopback.http(port);
            ExecutorService pool = Executors.newFixedThreadPool(4, task -> {
                Thread thread = new Thread(task, "portal");
                thread.setDaemon(true);
                return thread;
            });
            Portal portal = new Portal(http, pool);
            http.setExecutor(pool);
            new PortalPages(new RelyingParty(issuer, serverCa, portal.url())).register(http);
            http.start();
            return portal;
        } catch (IOException e) {
            throw new UncheckedIOException("No portal on port " + port, e);
        }
    }

    /** {@code http://localhost:<port>}. */
    public URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
