package fr.prosante.keycloak.testbed.front;

import io.vertx.core.Future;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.OriginRequestProvider;
import io.vertx.httpproxy.ProxyContext;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers behind the front, taken in turn without stickiness; one that takes no connection is passed over. */
final class Upstreams implements OriginRequestProvider {
    private final HttpClient client;
    private final List<SocketAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    Upstreams(HttpClient client, List<URI> urls) {
        this.client = client;
        this.addresses = urls.stream()
                .map(url -> SocketAddress.inetSocketAddress(url.getPort(), url.getHost()))
                .toList();
    }

    @Override
    public Future<HttpClientRequest> create(ProxyContext context) {
        return connect(addresses.size());
    }

    private Future<HttpClientRequest> connect(int tries) {
        SocketAddress address = addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
        Future<HttpClientRequest> request = client.request(new RequestOptions().setServer(address));
        return tries > 1 ? request.recover(refused -> connect(tries - 1)) : request;
    }
}
