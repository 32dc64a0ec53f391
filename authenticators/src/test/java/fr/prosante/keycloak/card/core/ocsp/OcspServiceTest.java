package fr.prosante.keycloak.card.core.ocsp;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.AnswerRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
final class OcspServiceTest {

    private static final TestAuthority PERSONS = TestAuthority.root("RACINE").issue("PERSONNES");

    private final BlockingQueue<String> outcomes = new LinkedBlockingQueue<>();
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final OcspService service = new OcspService(
            Clock.fixed(NOW, ZoneOffset.UTC),
            (certificate, issuer, now) -> Status.CANNOT_TELL,
            (responder, problem, time) -> outcomes.add(problem.orElse("answered")),
            Duration.ofSeconds(2));
    private HttpServer server;
    private volatile Reply reply = answer(recipe -> recipe);

    private interface Reply {
        void to(HttpExchange exchange) throws Exception;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            questions.incrementAndGet();
            try (exchange) {
                reply.to(exchange);
            } catch (IOException e) {
                throw e;
            } catch (Exception e) {
                throw new IOException(e);
            }
        });
        server.start();
    }

    @AfterEach
    void stop() {
        end.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    @Test
    void asksOnceAndRemembers() throws Exception {
        X509Certificate card = card();
        assertThat(status(card, NOW)).isEqualTo(Status.NOT_YET);
        assertThat(outcome()).isEqualTo("answered");
        assertThat(status(card, NOW)).isEqualTo(Status.GOOD);
        assertThat(status(card, NOW.plus(Duration.ofMinutes(59)))).isEqualTo(Status.GOOD);
        assertThat(questions).hasValue(1);
    }

    @Test
    void asksAgainWhenTheAnswerIsOld() throws Exception {
        X509Certificate card = card();
        status(card, NOW);
        outcome();
        reply = answer(AnswerRecipe::revoked);
        assertThat(status(card, NOW.plus(Duration.ofMinutes(61)))).isEqualTo(Status.NOT_YET);
        assertThat(outcome()).isEqualTo("answered");
        assertThat(status(card, NOW)).isEqualTo(Status.REVOKED);
    }

    @Test
    void asksOnceForManyAtTheSameInstant() throws Exception {
        X509Certificate card = card();
        assertThat(IntStream.range(0, 50).parallel().mapToObj(any -> status(card, NOW)))
                .containsAnyOf(Status.NOT_YET)
                .allMatch(status -> status == Status.NOT_YET || status == Status.GOOD);
        assertThat(outcome()).isEqualTo("answered");
        assertThat(questions).hasValue(1);
    }

    @Test
    void neverMakesAnybodyWaitForASilentResponder() throws Exception {
        reply = exchange -> end.await();
        X509Certificate card = card();
        long start = System.nanoTime();
        assertThat(status(card, NOW)).isEqualTo(Status.NOT_YET);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
        assertThat(outcome()).isEqualTo("cannot be asked: took too long");
        assertThat(status(card, NOW)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void cutsATricklingAnswerOff() throws Exception {
        reply = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(0x30);
            exchange.getResponseBody().flush();
            end.await();
        };
        status(card(), NOW);
        assertThat(outcome()).isEqualTo("cannot be asked: took too long");
    }

    @Test
    void leavesADeadResponderAloneForAWhile() throws Exception {
        server.stop(0);
        status(card(), NOW);
        assertThat(outcome()).startsWith("cannot be asked");
        assertThat(status(card(), NOW)).isEqualTo(Status.CANNOT_TELL);
        assertThat(status(card(), NOW.plusSeconds(31))).isEqualTo(Status.NOT_YET);
    }

    @ParameterizedTest
    @ValueSource(ints = {302, 404, 500, 204})
    void takesNoOtherStatusThan200(int status) throws Exception {
        reply = exchange -> {
            exchange.getResponseHeaders().add("Location", "http://127.0.0.1:1/");
            exchange.sendResponseHeaders(status, -1);
        };
        X509Certificate card = card();
        status(card, NOW);
        assertThat(outcome()).startsWith("cannot be asked");
        assertThat(status(card, NOW)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void stopsAHugeAnswer() throws Exception {
        reply = exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 1000; i++) {
                exchange.getResponseBody().write(new byte[65_536]);
            }
        };
        status(card(), NOW);
        assertThat(outcome()).startsWith("cannot be asked");
    }

    @Test
    void takesNoForgedAnswer() throws Exception {
        reply = answer(recipe -> recipe.signedWith(TestAuthority.key("elsewhere")));
        X509Certificate card = card();
        status(card, NOW);
        assertThat(outcome()).isEqualTo("signature is wrong");
        assertThat(status(card, NOW)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void takesNoOldAnswerOfAResponderThatRepeatsNonces() throws Exception {
        status(card(), NOW);
        assertThat(outcome()).isEqualTo("answered");
        reply = answer(AnswerRecipe::withoutNonce);
        X509Certificate other = card();
        status(other, NOW);
        assertThat(outcome()).startsWith("no nonce");
        assertThat(status(other, NOW)).isEqualTo(Status.CANNOT_TELL);
    }

    @Test
    void doesWithoutANonceWhereTheResponderKnowsNone() throws Exception {
        reply = answer(AnswerRecipe::withoutNonce);
        X509Certificate card = card();
        status(card, NOW);
        assertThat(outcome()).isEqualTo("answered");
        assertThat(status(card, NOW)).isEqualTo(Status.GOOD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"ldap://ocsp.test/cn=x", "https://127.0.0.1:1/", "http:///nowhere", "http://a b/"})
    void asksOnlyOverHttp(String address) {
        assertThat(status(card(address), NOW)).isEqualTo(Status.CANNOT_TELL);
        assertThat(outcomes).isEmpty();
    }

    @Test
    void cannotTellOfACertificateThatNamesNoResponder() {
        assertThat(status(TestCard.of(PERSONS), NOW)).isEqualTo(Status.CANNOT_TELL);
    }

    private Status status(X509Certificate card, Instant now) {
        return service.status(card, PERSONS.certificate(), now);
    }

    private X509Certificate card() {
        return card("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    private static X509Certificate card(String address) {
        return TestCard.of(
                PERSONS,
                recipe -> recipe.extension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                AccessDescription.id_ad_ocsp,
                                new GeneralName(GeneralName.uniformResourceIdentifier, address))));
    }

    private static Reply answer(UnaryOperator<AnswerRecipe> change) {
        return exchange -> {
            byte[] answer = change.apply(new AnswerRecipe(PERSONS))
                    .to(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
        };
    }

    private String outcome() throws InterruptedException {
        return Optional.ofNullable(outcomes.poll(20, TimeUnit.SECONDS)).orElse("nothing");
    }
}
