package fr.prosante.keycloak.testbed;

import io.vertx.core.Vertx;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetSocket;

/** Hands connections on to this machine's loopback, byte for byte: what listens there need not listen elsewhere. */
final class Forwarder implements AutoCloseable {
    private final Vertx vertx = Vertx.vertx();
    private final NetClient client = vertx.createNetClient();

    /**
     * Listens until it is closed.
     *
     * @param address one of this machine's
     * @param port where to listen at that address
     * @param target port of the loopback
     * @throws java.util.concurrent.CompletionException if it cannot listen there
     */
    Forwarder forward(String address, int port, int target) {
        vertx.createNetServer()
                .connectHandler(visitor -> connect(visitor.pause(), target))
                .listen(port, address)
                .toCompletionStage()
                .toCompletableFuture()
                .join();
        return this;
    }

    private void connect(NetSocket visitor, int target) {
        client.connect(target, "127.0.0.1")
                .onSuccess(server -> {
                    server.pipeTo(visitor);
                    visitor.pipeTo(server);
                })
                .onFailure(refused -> visitor.close());
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
