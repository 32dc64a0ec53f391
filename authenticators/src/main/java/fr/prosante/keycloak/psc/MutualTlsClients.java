package fr.prosante.keycloak.psc;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.http.impl.client.CloseableHttpClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.KeycloakSession;

/**
 * One HTTP client per instance that has a certificate of its own: Keycloak has one client keystore for the whole server.
 * A renewed certificate is taken without a restart; one that cannot be used does not take the place of one that can.
 */
final class MutualTlsClients implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(MutualTlsClients.class);
    private static final Duration WARN_BEFORE = Duration.ofDays(30);
    private static final Duration WARN_EVERY = Duration.ofDays(1);

    private final Map<InstanceCertificate, Entry> entries = new ConcurrentHashMap<>();
    private final Map<InstanceCertificate, String> problems = new ConcurrentHashMap<>();
    private final CertificateMeters meters = new CertificateMeters();
    private final CertificateFiles files;
    private final Duration checkEvery;

    /** @param checkEvery how old the last look at a certificate may be when it is used */
    MutualTlsClients(CertificateFiles files, Duration checkEvery) {
        this.files = files;
        this.checkEvery = checkEvery;
    }

    /** @param warnedAt when the log last said that the certificate comes to its end */
    private record Entry(MutualTlsClient client, Instant checkedAt, Instant warnedAt) {}

    /** @throws PscRefused if the certificate cannot be used, and none of this instance could before */
    CloseableHttpClient get(KeycloakSession session, InstanceCertificate certificate) {
        Entry known = entries.get(certificate);
        if (known == null || known.checkedAt().plus(checkEvery).isBefore(Instant.now())) {
            known = look(session, certificate);
        }
        if (known == null) {
            throw new PscRefused(PscRefusal.CERTIFICATE_UNUSABLE);
        }
        return known.client().http();
    }

    /** Looks at the certificate again, whenever that was done last. */
    void check(KeycloakSession session, InstanceCertificate certificate) {
        look(session, certificate);
    }

    /** Every certificate that was looked at and not forgotten. */
    Set<InstanceCertificate> known() {
        return meters.shown();
    }

    void forget(Set<InstanceCertificate> certificates) {
        entries.keySet().removeAll(certificates);
        problems.keySet().removeAll(certificates);
        meters.forget(certificates);
    }

    private @Nullable Entry look(KeycloakSession session, InstanceCertificate certificate) {
        return entries.compute(certificate, (same, former) -> looked(session, certificate, former));
    }

    private @Nullable Entry looked(KeycloakSession session, InstanceCertificate certificate, @Nullable Entry former) {
        Instant warnedAt = former == null ? Instant.EPOCH : former.warnedAt();
        try {
            MutualTlsClient client = client(session, certificate, former);
            problems.remove(certificate);
            meters.usable(certificate, client.notAfter());
            return new Entry(client, Instant.now(), warned(certificate, client, warnedAt));
        } catch (GeneralSecurityException | IOException e) {
            meters.failing(certificate);
            tell(certificate, String.valueOf(e.getMessage()), former != null);
            return former == null ? null : new Entry(former.client(), Instant.now(), warnedAt);
        }
    }

    private MutualTlsClient client(KeycloakSession session, InstanceCertificate certificate, @Nullable Entry former)
            throws GeneralSecurityException, IOException {
        InstanceCertificate.Content content = certificate.read(session, files);
        String fingerprint = content.fingerprint();
        return former != null && former.client().fingerprint().equals(fingerprint)
                ? former.client()
                : MutualTlsClient.of(session, fingerprint, content.identity());
    }

    /** When the trouble begins or changes, not each minute that it lasts. */
    private void tell(InstanceCertificate certificate, String problem, boolean hasFormer) {
        boolean known = problem.equals(problems.put(certificate, problem));
        LOG.logf(
                known ? Logger.Level.DEBUG : Logger.Level.ERROR,
                "client certificate of identity provider %s cannot be used: %s%s",
                certificate.alias(),
                problem,
                hasFormer ? "; the one before stays in use" : "");
    }

    private static Instant warned(InstanceCertificate certificate, MutualTlsClient client, Instant warnedAt) {
        Instant now = Instant.now();
        if (client.notAfter().minus(WARN_BEFORE).isAfter(now)
                || warnedAt.plus(WARN_EVERY).isAfter(now)) {
            return warnedAt;
        }
        LOG.warnf("client certificate of identity provider %s ends on %s", certificate.alias(), client.notAfter());
        return now;
    }

    @Override
    public void close() {
        entries.values().forEach(entry -> {
            try {
                entry.client().http().close();
            } catch (IOException e) {
                LOG.debugf("client not closed: %s", e.getMessage());
            }
        });
        forget(known());
    }
}
