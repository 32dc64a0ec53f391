package fr.prosante.keycloak.psc;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What operators see of the client certificates on this node, in Keycloak's registry when {@code metrics-enabled} is set. */
final class CertificateMeters {

    private static final String CERTIFICATE = "prosante.psc.client.certificate";

    private final Map<InstanceCertificate, Shown> shown = new ConcurrentHashMap<>();

    /** What the meters of one certificate read. */
    private static final class Shown {

        private volatile double notAfter = Double.NaN;
        private volatile boolean failing;
        private List<Gauge> gauges = List.of();
    }

    /** It can be used, and ends then. */
    void usable(InstanceCertificate certificate, Instant notAfter) {
        Shown state = of(certificate);
        state.notAfter = notAfter.getEpochSecond();
        state.failing = false;
    }

    /** What lies there now cannot be used; the end shown stays the one of the certificate in use, if there is one. */
    void failing(InstanceCertificate certificate) {
        of(certificate).failing = true;
    }

    Set<InstanceCertificate> shown() {
        return Set.copyOf(shown.keySet());
    }

    void forget(Set<InstanceCertificate> certificates) {
        certificates.stream()
                .flatMap(certificate -> Stream.ofNullable(shown.remove(certificate)))
                .flatMap(state -> state.gauges.stream())
                .forEach(Metrics.globalRegistry::remove);
    }

    private Shown of(InstanceCertificate certificate) {
        return shown.computeIfAbsent(certificate, CertificateMeters::registered);
    }

    private static Shown registered(InstanceCertificate certificate) {
        Shown state = new Shown();
        state.gauges = List.of(
                gauge(
                        certificate,
                        state,
                        "not.after",
                        "seconds",
                        "End of the client certificate towards Pro Santé Connect",
                        read -> read.notAfter),
                gauge(
                        certificate,
                        state,
                        "failing",
                        null,
                        "1 if the client certificate could not be used when it was last looked at",
                        read -> read.failing ? 1 : 0));
        return state;
    }

    private static Gauge gauge(
            InstanceCertificate certificate,
            Shown state,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<Shown> value) {
        return Gauge.builder(CERTIFICATE + "." + name, state, value)
                .description(description)
                .baseUnit(unit)
                .tag("realm", certificate.realm())
                .tag("idp", certificate.alias())
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }
}
