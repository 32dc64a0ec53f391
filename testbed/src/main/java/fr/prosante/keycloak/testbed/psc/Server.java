package fr.prosante.keycloak.testbed.psc;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import fr.prosante.keycloak.testbed.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** A TLS server on the loopback that wants a client certificate and needs none. */
final class Server implements AutoCloseable {

    interface Handler {
        void answer(Exchange exchange) throws IOException, InterruptedException;
    }

    private final HttpsServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "psc-simulator");
        thread.setDaemon(true);
        return thread;
    });
    private final AtomicInteger connections = new AtomicInteger();
    private volatile Handler handler = exchange -> exchange.html(503, "");

    Server(SSLContext tls, int port) {
        try {
            server = Loopback.https(port);
        } catch (IOException e) {
            throw new UncheckedIOException("The simulator of Pro Santé Connect cannot listen", e);
        }
        server.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters params) {
                connections.incrementAndGet();
                SSLParameters parameters = getSSLContext().getDefaultSSLParameters();
                parameters.setWantClientAuth(true);
                params.setSSLParameters(parameters);
            }
        });
        server.setExecutor(threads);
        server.createContext("/", http -> {
            try {
                handler.answer(new Exchange(http));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                System.err.println("Simulateur Pro Santé Connect : " + e);
                throw e;
            } finally {
                http.close();
            }
        });
        server.start();
    }

    void serve(Handler newHandler) {
        handler = newHandler;
    }

    /** How many were opened until now. */
    int connections() {
        return connections.get();
    }

    int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
