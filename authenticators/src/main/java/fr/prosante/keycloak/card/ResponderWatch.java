package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.ocsp.OcspService;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Tells operators of OCSP responders, in the log and in the meters. */
final class ResponderWatch implements OcspService.Listener {

    private static final Logger LOG = Logger.getLogger(ResponderWatch.class);

    @Override
    public void asked(URI responder, Optional<String> problem, Duration time) {
        problem.ifPresent(why -> LOG.warnf("OCSP responder %s: %s", responder, why));
        Timer.builder("prosante.card.ocsp")
                .description("Questions to OCSP responders, from the question to the verified answer")
                .tag("outcome", problem.isPresent() ? "failed" : "answered")
                .register(Metrics.globalRegistry)
                .record(time);
    }
}
