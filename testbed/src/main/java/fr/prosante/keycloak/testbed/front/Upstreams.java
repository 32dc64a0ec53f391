package fr.prosante.keycloak.testbed.front;

import io.vertx.core.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Servers behind the front, taken in turn without stickiness. */
final class Upstreams {
    private final List<SocketAddress> addresses;
    private final AtomicInteger next = new AtomicInteger();

    Upstreams(List<URI> urls) {
        this.addresses = urls.stream()
                .map(url -> SocketAddress.inetSocketAddress(url.getPort(), url.getHost()))
                .toList();
    }

    SocketAddress next() {
        return addresses.get(Math.floorMod(next.getAndIncrement(), addresses.size()));
    }
}
