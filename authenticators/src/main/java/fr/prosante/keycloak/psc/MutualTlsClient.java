package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.ClientIdentity;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;

/**
 * An HTTP client that shows a certificate. When another takes its place, its connections die of their own age.
 *
 * @param fingerprint of the content from which it was made
 */
record MutualTlsClient(String fingerprint, CloseableHttpClient http, Instant notAfter) {

    private static final int CONNECTIONS = 32;

    static MutualTlsClient of(KeycloakSession session, String fingerprint, ClientIdentity identity)
            throws GeneralSecurityException {
        char[] storePassword = "in-memory".toCharArray();
        TruststoreProvider trust = session.getProvider(TruststoreProvider.class);
        // Without this word a connection that showed a certificate is never used again: each call would be a handshake.
        HttpClientBuilder builder = new HttpClientBuilder(HttpClients.custom().disableConnectionState())
                .proxyMappings(OutgoingProxy.mappings())
                .keyStore(identity.keyStore(storePassword), storePassword)
                .connectionPoolSize(CONNECTIONS)
                .maxPooledPerRoute(CONNECTIONS)
                .connectionTTL(5, TimeUnit.MINUTES)
                .maxConnectionIdleTime(0, TimeUnit.MILLISECONDS)
                .disableCookies(true)
                .disableRedirectHandling();
        Optional.ofNullable(trust)
                .flatMap(provider -> Optional.ofNullable(provider.getTruststore()))
                .ifPresent(store -> {
                    builder.trustStore(store);
                    builder.hostnameVerification(trust.getPolicy());
                });
        return new MutualTlsClient(
                fingerprint,
                builder.build(),
                identity.certificate().getNotAfter().toInstant());
    }
}
