package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.pki.Leaf;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Two TLS addresses before Keycloak. The login address never asks for a certificate. The door asks for one, requires
 * none and judges none: it hands the certificate to Keycloak in the {@code Client-Cert} header of RFC 9440. What a
 * visitor sends under the names of such headers reaches Keycloak from neither.
 */
final class Front implements CardFront {
    private static final int HEADER_BYTES = 64 * 1024;

    private final Vertx vertx;
    private final int loginPort;
    private final int doorPort;

    private Front(Vertx vertx, int loginPort, int doorPort) {
        this.vertx = vertx;
        this.loginPort = loginPort;
        this.doorPort = doorPort;
    }

    /**
     * @param identity certificate of both addresses
     * @param upstreams Keycloak's http addresses, asked in turn
     * @param loginPort 0 for any
     * @param doorPort 0 for any
     */
    static Front start(Leaf identity, List<URI> upstreams, int loginPort, int doorPort) {
        Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(2).setWorkerPoolSize(2));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(64)
                .setMaxHeaderSize(HEADER_BYTES)
                .setIdleTimeout(120));
        Upstreams turn = new Upstreams(client, upstreams);
        try {
            int login = listen(vertx, Listener.LOGIN, identity, client, turn, loginPort);
            int door = listen(vertx, Listener.DOOR, identity, client, turn, doorPort);
            return new Front(vertx, login, door);
        } catch (IllegalStateException e) {
            vertx.close();
            throw e;
        }
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
        return "rfc9440";
    }

    @Override
    public void close() {
        await(vertx.close().toCompletionStage().toCompletableFuture());
    }

    private static int listen(
            Vertx vertx, Listener listener, Leaf identity, HttpClient client, Upstreams upstreams, int port) {
        HttpServer server = vertx.createHttpServer(listener.options(identity, HEADER_BYTES))
                .requestHandler(new ForwardingProxy(listener, client, upstreams));
        return await(server.listen(port, "127.0.0.1").toCompletionStage().toCompletableFuture())
                .actualPort();
    }

    private static <T> T await(java.util.concurrent.CompletableFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The front does not listen", e);
        }
    }
}
