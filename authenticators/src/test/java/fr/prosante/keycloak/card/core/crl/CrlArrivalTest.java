package fr.prosante.keycloak.card.core.crl;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.testing.HandClock;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A list that arrives while somebody asks for it: neither at hand at the first look nor on its way at the second. */
@Timeout(60)
final class CrlArrivalTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");

    private final CountDownLatch looked = new CountDownLatch(1);

    @Test
    void isFound() throws Exception {
        try (var publisher = new Publisher()) {
            var card = publisher.card(PERSONS);
            var late = publisher.at("127.0.0.1", "/late.crl");
            var list = PERSONS.sign(PERSONS.list(List.of(card.getSerialNumber())));
            publisher.answers(exchange -> {
                if (exchange.getRequestURI().equals(URI.create(late.getPath()))) {
                    waitForTheLook();
                    Publisher.give(list, exchange);
                } else {
                    exchange.sendResponseHeaders(404, -1);
                }
            });
            var clock = new Between(() -> {
                looked.countDown();
                publisher.tells("loaded 1");
            });
            try (var service = new CrlService(clock, publisher, Duration.ofSeconds(20), 1 << 20)) {
                service.know(List.of(ROOT.certificate(), PERSONS.certificate()));
                service.status(card, PERSONS.certificate(), NOW);
                publisher.tells("failed status 404");
                var named = service.with(List.of(late));
                clock.readings.set(0);

                assertThat(named.status(card, PERSONS.certificate(), NOW)).isEqualTo(Status.REVOKED);
            }
        }
    }

    private void waitForTheLook() throws IOException {
        try {
            assertThat(looked.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    /** Stands still. Whoever asks reads it before the look at the lists and after it: then something happens first. */
    private static final class Between extends HandClock {

        private interface Event {
            void happens() throws InterruptedException;
        }

        private final Thread asker = Thread.currentThread();
        private final AtomicInteger readings = new AtomicInteger(Integer.MIN_VALUE);
        private final Event event;

        Between(Event event) {
            super(NOW);
            this.event = event;
        }

        @Override
        public Instant instant() {
            if (Thread.currentThread() == asker && readings.incrementAndGet() == 2) {
                try {
                    event.happens();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
            return super.instant();
        }
    }
}
