package fr.prosante.keycloak.card.core.crl;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
final class CrlServiceTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private Publisher publisher;
    private CrlService service;

    @BeforeEach
    void start() throws IOException {
        publisher = new Publisher();
        service = new CrlService(Clock.fixed(NOW, ZoneOffset.UTC), publisher, LONGEST, 1 << 20);
        service.know(List.of(ROOT.certificate(), PERSONS.certificate()));
    }

    @AfterEach
    void stop() {
        service.close();
        publisher.close();
    }

    @Test
    void learnsTheAddressFromACardAndNeverMakesItWait() throws Exception {
        X509Certificate card = publisher.card(PERSONS);
        publisher.answers(PERSONS.sign(PERSONS.list(List.of(card.getSerialNumber()))));
        assertThat(status(card)).isIn(Status.NOT_YET, Status.REVOKED);
        assertThat(publisher.outcome()).isEqualTo("loaded 1");
        assertThat(status(card)).isEqualTo(Status.REVOKED);
        assertThat(status(publisher.card(PERSONS))).isEqualTo(Status.GOOD);
    }

    @Test
    void cannotTellFromAListOfAnotherAuthority() throws Exception {
        X509Certificate card = publisher.card(PERSONS);
        publisher.answers(ROOT.sign(ROOT.list(List.of())));
        assertThat(status(card)).isIn(Status.NOT_YET, Status.CANNOT_TELL);
        assertThat(publisher.outcome()).isEqualTo("loaded 0");
        assertThat(status(card)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void survivesADeadServer() throws Exception {
        X509Certificate card = publisher.card(PERSONS);
        publisher.stops();
        assertThat(status(card)).isIn(Status.NOT_YET, Status.CANNOT_TELL);
        assertThat(publisher.outcome()).startsWith("failed cannot be fetched");
        assertThat(status(card)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void survivesAServerThatTrickles() throws Exception {
        publisher.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(0x30);
            exchange.getResponseBody().flush();
            pause(Duration.ofSeconds(5));
        });
        X509Certificate card = publisher.card(PERSONS);
        long start = System.nanoTime();
        assertThat(status(card)).isEqualTo(Status.NOT_YET);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(publisher.outcome()).startsWith("failed");
    }

    @Test
    void refusesAHugeAnswer() throws Exception {
        publisher.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 40; i++) {
                exchange.getResponseBody().write(new byte[65_536]);
            }
        });
        status(publisher.card(PERSONS));
        assertThat(publisher.outcome()).isEqualTo("failed too large");
    }

    @Test
    void followsNoRedirection() throws Exception {
        publisher.answers(exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(302, -1);
        });
        status(publisher.card(PERSONS));
        assertThat(publisher.outcome()).isEqualTo("failed status 302");
    }

    @Test
    void refusesTruncatedAndForeignLists() throws Exception {
        byte[] good = PERSONS.sign(PERSONS.list(List.of()));
        publisher.answers(java.util.Arrays.copyOf(good, good.length - 10));
        status(publisher.card(PERSONS));
        assertThat(publisher.outcome()).startsWith("failed");
    }

    @Test
    void readsAFileThatSomebodyElseDelivers(@TempDir Path folder) throws Exception {
        X509Certificate card = TestCard.of(PERSONS);
        Path file = folder.resolve("persons.crl");
        Files.write(file, PERSONS.sign(PERSONS.list(List.of(card.getSerialNumber()))));
        service.with(List.of(file.toUri()));
        assertThat(publisher.outcome()).isEqualTo("loaded 1");
        assertThat(status(card)).isEqualTo(Status.REVOKED);
    }

    @Test
    void readsAFolderThatSomebodyElseFills(@TempDir Path folder) throws Exception {
        X509Certificate card = TestCard.of(PERSONS);
        Files.write(folder.resolve("root.crl"), ROOT.sign(ROOT.list(List.of())));
        Files.writeString(folder.resolve("read.me"), "not a list");
        service.with(List.of(folder.toUri()));
        assertThat(publisher.outcome()).isEqualTo("loaded 0");
        assertThat(status(card)).isEqualTo(Status.CANNOT_TELL);
        Files.write(folder.resolve("persons.crl"), PERSONS.sign(PERSONS.list(List.of(card.getSerialNumber()))));
        assertThat(publisher.outcome()).isEqualTo("loaded 1");
        assertThat(status(card)).isEqualTo(Status.REVOKED);
    }

    @Test
    void readsAFileAgainOnlyWhenItChanged(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("persons.crl");
        Files.write(file, PERSONS.sign(PERSONS.list(List.of())));
        CrlSource source = new CrlSource(file.toUri(), NOW);
        refresh(source);
        refresh(source);
        assertThat(publisher.outcomes()).containsExactly("loaded 0");
        Files.write(file, PERSONS.sign(PERSONS.list(List.of(BigInteger.TEN))));
        Files.setLastModifiedTime(file, FileTime.from(NOW.plusSeconds(60)));
        refresh(source);
        assertThat(publisher.outcomes()).containsExactly("loaded 0", "loaded 1");
    }

    @Test
    void believesTheLatestOfTwoLists(@TempDir Path folder) throws Exception {
        X509Certificate card = TestCard.of(PERSONS);
        Files.write(folder.resolve("b-new.crl"), PERSONS.sign(PERSONS.list(List.of(card.getSerialNumber()))));
        Files.write(
                folder.resolve("a-old.crl"),
                PERSONS.sign(PERSONS.list(List.of(), NOW.minus(Duration.ofDays(3)), NOW.plus(Duration.ofDays(4)))));
        service.with(List.of(folder.toUri()));
        assertThat(List.of(publisher.outcome(), publisher.outcome())).containsExactlyInAnyOrder("loaded 0", "loaded 1");
        assertThat(status(card)).isEqualTo(Status.REVOKED);
    }

    @Test
    void keepsNobodyAtTheDoorForASlowServer() throws Exception {
        publisher.answers(exchange -> pause(Duration.ofSeconds(5)));
        X509Certificate card = publisher.card(PERSONS);
        assertThat(status(card)).isEqualTo(Status.NOT_YET);
        assertThat(service.status(card, PERSONS.certificate(), NOW.plusSeconds(9)))
                .isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void saysWhatItHas() throws Exception {
        publisher.answers(PERSONS.sign(PERSONS.list(List.of())));
        status(publisher.card(PERSONS));
        assertThat(publisher.outcome()).isEqualTo("loaded 0");
        assertThat(service.states()).singleElement().satisfies(state -> {
            assertThat(state.problem()).isEmpty();
            assertThat(state.nextUpdate()).contains(NOW.plus(Duration.ofDays(7)));
        });
    }

    @Test
    void asksOnlyForWhatChanged() throws Exception {
        byte[] good = PERSONS.sign(PERSONS.list(List.of()));
        publisher.answers(exchange -> {
            exchange.getResponseHeaders().add("ETag", "\"one\"");
            exchange.sendResponseHeaders(200, good.length);
            exchange.getResponseBody().write(good);
        });
        CrlSource source = new CrlSource(publisher.address(), NOW);
        refresh(source);
        publisher.answers(exchange -> exchange.sendResponseHeaders(304, -1));
        refresh(source);
        assertThat(publisher.conditions()).containsExactly("null", "\"one\"");
        assertThat(source.list()).isPresent();
        publisher.answers(
                PERSONS.sign(PERSONS.list(List.of(), NOW.minus(Duration.ofDays(2)), NOW.plus(Duration.ofDays(1)))));
        refresh(source);
        assertThat(source.state().problem()).contains("older than the list at hand");
        assertThat(source.list()).isPresent();
    }

    private void refresh(CrlSource source) {
        source.refresh(
                new CrlFetcher(Executors.newSingleThreadScheduledExecutor(), LONGEST, 1 << 20),
                List.of(PERSONS.certificate()),
                NOW,
                publisher);
    }

    private Status status(X509Certificate card) {
        return service.status(card, PERSONS.certificate(), NOW);
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
