package fr.prosante.keycloak.psc;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.Config;
import org.keycloak.connections.httpclient.ProxyMappings;

/**
 * The proxy by which the server reaches the Internet, read where Keycloak's own HTTP client reads it: its option
 * {@code proxy-mappings}, else the usual environment variables. That client keeps the answer to itself.
 */
final class OutgoingProxy {

    private OutgoingProxy() {}

    static ProxyMappings mappings() {
        ProxyMappings configured = ProxyMappings.valueOf(
                Config.scope("connectionsHttpClient", "default").getArray("proxy-mappings"));
        if (configured != null && !configured.isEmpty()) {
            return configured;
        }
        String proxy = variable("https_proxy").or(() -> variable("http_proxy")).orElse(null);
        return ProxyMappings.withFixedProxyMapping(proxy, variable("no_proxy").orElse(null));
    }

    private static Optional<String> variable(String name) {
        return Stream.of(name, name.toUpperCase(Locale.ROOT))
                .flatMap(key -> Stream.ofNullable(System.getenv(key)))
                .filter(value -> !value.isBlank())
                .findFirst();
    }
}
