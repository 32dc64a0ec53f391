package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.ClientIdentity;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.impl.client.HttpClients;
import org.jboss.logging.Logger;
import org.keycloak.connections.httpclient.HttpClientBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;
import org.keycloak.vault.VaultRawSecret;
import org.keycloak.vault.VaultStringSecret;

/**
 * One HTTP client per instance that has a certificate of its own: Keycloak has one client keystore for the whole server.
 * The certificate is looked at again every minute, so that a renewed file is taken without a restart; connections of the
 * replaced client die of their own age.
 */
final class MutualTlsClients implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MutualTlsClients.class);
    private static final Duration CHECK_EVERY = Duration.ofMinutes(1);
    private static final Duration WARN_BEFORE = Duration.ofDays(30);
    private static final Duration WARN_EVERY = Duration.ofDays(1);
    private static final int CONNECTIONS = 32;

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final CertificateFiles files;

    MutualTlsClients(CertificateFiles files) {
        this.files = files;
    }

    /** @param warnedAt when the log last said that the certificate comes to its end */
    private record Entry(
            String fingerprint, CloseableHttpClient client, Instant notAfter, Instant checkedAt, Instant warnedAt) {}

    CloseableHttpClient get(KeycloakSession session, PscConfig config, String reference) {
        Instant now = Instant.now();
        // Another certificate in the settings counts at once; the same one is looked at again every minute.
        String key = String.join(
                "\n",
                config.getInternalId(),
                reference,
                config.certificatePassword().orElse(""));
        Entry known = entries.get(key);
        if (known == null || known.checkedAt().plus(CHECK_EVERY).isBefore(now)) {
            known = entries.compute(key, (id, entry) -> check(session, config, reference, entry));
        }
        return known.client();
    }

    private Entry check(KeycloakSession session, PscConfig config, String reference, Entry entry) {
        Instant now = Instant.now();
        try {
            byte[] content = content(session, reference);
            char[] password = password(session, config);
            String fingerprint = fingerprint(content, password);
            Entry current = entry != null && entry.fingerprint().equals(fingerprint)
                    ? entry
                    : create(session, fingerprint, ClientIdentity.read(content, password));
            CertificateExpiry.publish(session.getContext().getRealm().getName(), config.getAlias(), current.notAfter());
            return warn(config, current, now);
        } catch (GeneralSecurityException | IOException e) {
            LOG.errorf(
                    "client certificate of identity provider %s cannot be used: %s", config.getAlias(), e.getMessage());
            throw new PscRefused(PscRefusal.CERTIFICATE_UNUSABLE, e);
        }
    }

    private static Entry warn(PscConfig config, Entry entry, Instant now) {
        boolean due = entry.notAfter().minus(WARN_BEFORE).isBefore(now)
                && entry.warnedAt().plus(WARN_EVERY).isBefore(now);
        if (due) {
            LOG.warnf("client certificate of identity provider %s ends on %s", config.getAlias(), entry.notAfter());
        }
        return new Entry(entry.fingerprint(), entry.client(), entry.notAfter(), now, due ? now : entry.warnedAt());
    }

    private static Entry create(KeycloakSession session, String fingerprint, ClientIdentity identity)
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
        return new Entry(
                fingerprint,
                builder.build(),
                identity.certificate().getNotAfter().toInstant(),
                Instant.EPOCH,
                Instant.EPOCH);
    }

    private byte[] content(KeycloakSession session, String reference) throws IOException {
        if (!PscConfigCheck.isVaultReference(reference)) {
            return files.read(reference);
        }
        try (VaultRawSecret secret = session.vault().getRawSecret(reference)) {
            return secret.getAsArray()
                    .map(array -> Arrays.copyOf(array, array.length))
                    .orElseThrow(() -> new IOException("the vault has no such entry"));
        }
    }

    private static char[] password(KeycloakSession session, PscConfig config) throws IOException {
        Optional<String> reference = config.certificatePassword();
        if (reference.isEmpty()) {
            return new char[0];
        }
        try (VaultStringSecret secret = session.vault().getStringSecret(reference.get())) {
            return secret.get()
                    .map(String::toCharArray)
                    .orElseThrow(() -> new IOException("the vault has no entry for the password"));
        }
    }

    private static String fingerprint(byte[] content, char[] password) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(content);
        digest.update(new String(password).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest.digest());
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> {
            try {
                entry.client().close();
            } catch (IOException e) {
                LOG.debugf("client not closed: %s", e.getMessage());
            }
        });
        entries.clear();
    }
}
