package fr.prosante.keycloak.psc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Gauge {@code prosante_psc_client_certificate_not_after}: end of the client certificate of each instance, epoch seconds. */
final class CertificateExpiry {

    static final String NAME = "prosante.psc.client.certificate.not.after";

    private static final Map<String, Instant> ENDS = new ConcurrentHashMap<>();

    private CertificateExpiry() {}

    static void publish(String realm, String alias, Instant notAfter) {
        String key = realm + '/' + alias;
        if (ENDS.put(key, notAfter) == null) {
            Gauge.builder(NAME, () -> ENDS.getOrDefault(key, Instant.EPOCH).getEpochSecond())
                    .description("End of the client certificate towards Pro Santé Connect")
                    .baseUnit("seconds")
                    .tag("realm", realm)
                    .tag("idp", alias)
                    .register(Metrics.globalRegistry);
        }
    }
}
