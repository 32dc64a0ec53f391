package fr.prosante.keycloak.card.core.crl;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.testing.HandClock;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Which lists are waited for, how many are fetched at a time, and how long they are kept. */
@Timeout(60)
final class CrlAttentionTest {

    private static final TestAuthority PERSONS = TestAuthority.root("RACINE").issue("PERSONNES");
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final HandClock clock = new HandClock(NOW);
    private Publisher publisher;
    private CrlService service;

    @BeforeEach
    void start() throws IOException {
        publisher = new Publisher();
        service = new CrlService(clock, publisher, LONGEST, 1 << 20);
        service.know(List.of(PERSONS.certificate()));
    }

    @AfterEach
    void stop() {
        service.close();
        publisher.close();
    }

    /** Somebody else's slow list is nobody's reason to stay at the door; that of the administrator or of the card is. */
    @Test
    void waitsForListsThatMaySpeakForTheCard(@TempDir Path folder) throws Exception {
        Semaphore slow = new Semaphore(0);
        publisher.answers(exchange -> {
            slow.acquireUninterruptibly();
            exchange.sendResponseHeaders(404, -1);
        });
        X509Certificate card = TestCard.of(PERSONS);
        Revocation hers = service.with(List.of(publisher.address()));
        Revocation others = service.with(List.of(folder.toUri()));
        assertThat(hers.status(card, PERSONS.certificate(), NOW)).isEqualTo(Status.NOT_YET);
        assertThat(status(publisher.card(PERSONS))).isEqualTo(Status.NOT_YET);
        assertThat(others.status(card, PERSONS.certificate(), NOW)).isEqualTo(Status.CANNOT_TELL);
        assertThat(status(card)).isEqualTo(Status.CANNOT_TELL);
        slow.release();
        assertThat(publisher.outcome()).isEqualTo("failed status 404");
    }

    @Test
    void leavesFetchersForOtherHosts() throws Exception {
        BlockingQueue<String> arrivals = new LinkedBlockingQueue<>();
        Semaphore held = new Semaphore(0);
        byte[] good = PERSONS.sign(PERSONS.list(List.of()));
        publisher.answers(exchange -> {
            String path = exchange.getRequestURI().getPath();
            arrivals.add(path);
            if (!path.equals("/persons.crl")) {
                held.acquireUninterruptibly();
            }
            Publisher.give(good, exchange);
        });
        URI busy = publisher.at("localhost", "/");
        service.with(
                IntStream.range(0, 20).mapToObj(i -> busy.resolve(i + ".crl")).toList());
        for (int i = 0; i < 4; i++) {
            assertThat(arrivals.poll(20, TimeUnit.SECONDS)).isNotNull();
        }
        service.with(List.of(publisher.address()));
        assertThat(publisher.outcome()).isEqualTo("loaded 0");
        assertThat(arrivals).containsExactly("/persons.crl");
        held.release(20);
        for (int i = 0; i < 20; i++) {
            assertThat(publisher.outcome()).isEqualTo("loaded 0");
        }
    }

    @Test
    void letsGoOfAListThatNobodyAsksForInAWeek(@TempDir Path folder) throws Exception {
        Instant longUntil = NOW.plus(Duration.ofDays(30));
        publisher.answers(PERSONS.sign(PERSONS.list(List.of(), NOW.minus(Duration.ofDays(1)), longUntil)));
        X509Certificate card = TestCard.of(PERSONS);
        Path file = folder.resolve("persons.crl");
        Files.write(file, PERSONS.sign(PERSONS.list(List.of(), NOW, longUntil)));
        service.with(List.of(publisher.address()));
        service.with(List.of(folder.toUri()));
        assertThat(List.of(publisher.outcome(), publisher.outcome())).containsOnly("loaded 0");
        clock.advance(Duration.ofDays(6));
        assertThat(service.status(card, PERSONS.certificate(), clock.instant())).isEqualTo(Status.GOOD);
        clock.advance(Duration.ofDays(2));
        publisher.tells("let go " + publisher.address());
        assertThat(service.states()).extracting(ListState::uri).containsExactly(file.toUri());
        clock.advance(Duration.ofDays(8));
        publisher.tells("let go " + file.toUri());
        assertThat(service.states()).isEmpty();
        assertThat(service.status(publisher.card(PERSONS), PERSONS.certificate(), clock.instant()))
                .isEqualTo(Status.NOT_YET);
        publisher.tells("loaded 0");
    }

    private Status status(X509Certificate card) {
        return service.status(card, PERSONS.certificate(), NOW);
    }
}
