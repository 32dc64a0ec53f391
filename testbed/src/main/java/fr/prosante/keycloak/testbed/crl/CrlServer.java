package fr.prosante.keycloak.testbed.crl;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.Loopback;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.io.IOException;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Publishes {@code /CRL/<file>.crl} and {@code /AC/<file>.cer} of every CA over http on loopback; lists are signed when
 * asked for, so that a revocation counts at once.
 */
public final class CrlServer implements AutoCloseable {
    private static final int HUGE = 200;

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "crl-server");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, CertificateAuthority> authorities = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final Map<String, Fault> faults = new ConcurrentHashMap<>();
    private volatile Fault fault = Fault.NONE;
    private volatile Duration delay = Duration.ofSeconds(30);

    private CrlServer(HttpServer server) {
        this.server = server;
    }

    /**
     * Starts with nothing to publish, as its address is part of the certificates.
     *
     * @param port 0 for any
     */
    public static CrlServer start(int port) {
        try {
            HttpServer http = Loopback.http(port);
            CrlServer crls = new CrlServer(http);
            http.setExecutor(crls.threads);
            http.createContext("/", crls::answer);
            http.start();
            return crls;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No revocation list server on port " + port, e);
        }
    }

    public URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    public CrlServer publish(HealthPki pki) {
        pki.authorities().forEach(authority -> authorities.put(authority.file(), authority));
        return this;
    }

    /** Hands another path of this address to somebody else; certificates name one address for all they need. */
    public void lend(String path, HttpHandler tenant) {
        server.createContext(path, tenant);
    }

    public void fail(Fault how) {
        fault = how;
    }

    /**
     * Fails for one list only, whatever is said of all.
     *
     * @param file as {@link CertificateAuthority#file()} gives it
     */
    public void fail(Fault how, String file) {
        faults.put(file, how);
    }

    public Duration delay() {
        return delay;
    }

    public void delay(Duration duration) {
        delay = duration;
    }

    /** Paths asked for so far, oldest first. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        requests.add(path);
        Optional<CertificateAuthority> authority = authority(path);
        try (exchange) {
            if (authority.isEmpty()) {
                exchange.sendResponseHeaders(404, -1);
            } else if (path.endsWith(".cer")) {
                send(
                        exchange,
                        "application/pkix-cert",
                        authority.get().certificate().getEncoded());
            } else {
                list(exchange, authority.get());
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void list(HttpExchange exchange, CertificateAuthority authority)
            throws IOException, GeneralSecurityException, InterruptedException {
        byte[] list = authority.crl().getEncoded();
        switch (faults.getOrDefault(authority.file(), fault)) {
            case SLOW -> Thread.sleep(delay.toMillis());
            case SILENT -> Thread.sleep(Duration.ofHours(1).toMillis());
            case TRUNCATED -> list = java.util.Arrays.copyOf(list, list.length / 2);
            case OTHER_ISSUER -> list = other(authority).crl().getEncoded();
            case EXPIRED -> {
                Instant past = Instant.now().minus(Duration.ofDays(30));
                list = authority.crl(past, past.plus(Duration.ofDays(7))).getEncoded();
            }
            case HUGE -> {
                huge(exchange);
                return;
            }
            case ERROR -> {
                exchange.sendResponseHeaders(500, -1);
                return;
            }
            case REDIRECT_LOOP -> {
                exchange.getResponseHeaders()
                        .set("Location", exchange.getRequestURI().toString());
                exchange.sendResponseHeaders(302, -1);
                return;
            }
            default -> {}
        }
        send(exchange, "application/pkix-crl", list);
    }

    private static void huge(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, (long) HUGE << 20);
        byte[] megabyte = new byte[1 << 20];
        for (int sent = 0; sent < HUGE; sent++) {
            exchange.getResponseBody().write(megabyte);
        }
    }

    private CertificateAuthority other(CertificateAuthority authority) {
        return authorities.values().stream()
                .filter(candidate -> candidate != authority)
                .findFirst()
                .orElse(authority);
    }

    private Optional<CertificateAuthority> authority(String path) {
        if (!path.matches("/(CRL|AC)/[A-Z-]+\\.(crl|cer)")) {
            return Optional.empty();
        }
        return Optional.ofNullable(authorities.get(path.substring(path.lastIndexOf('/') + 1, path.lastIndexOf('.'))));
    }

    private static void send(HttpExchange exchange, String type, byte[] content) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.sendResponseHeaders(200, content.length);
        exchange.getResponseBody().write(content);
    }
}
