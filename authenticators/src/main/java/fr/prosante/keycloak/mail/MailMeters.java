package fr.prosante.keycloak.mail;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What operators see of the mails, in Keycloak's registry when {@code metrics-enabled} is set. */
final class MailMeters {
    private static final String MAILS = "prosante.mail";

    private MailMeters() {}

    /** A mail came to its end, after this time of waiting and sending. */
    static void ended(MailOutcome outcome, Duration time) {
        Timer.builder(MAILS)
                .description("Mails by outcome, from the request to the answer of the mail server")
                .tag("outcome", outcome.reason())
                .register(Metrics.globalRegistry)
                .record(time);
    }

    /** Shows how many mails wait or are being sent in a room. */
    static void watch(String room, AtomicInteger pending) {
        Gauge.builder(MAILS + ".pending", pending, AtomicInteger::get)
                .description("Mails that wait or are being sent on this node")
                .tag("room", room)
                .strongReference(true)
                .register(Metrics.globalRegistry);
    }
}
