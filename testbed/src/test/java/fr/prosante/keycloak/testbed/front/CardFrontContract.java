package fr.prosante.keycloak.testbed.front;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every front promises; a subclass names the front. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class CardFrontContract {
    private static final String DOOR = "/realms/pro-sante/pro-sante-card/door";

    private final List<Headers> received = new CopyOnWriteArrayList<>();
    private HttpServer upstream;
    private HealthPki pki;
    private CardBox cards;
    private CardFront front;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        upstream = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        upstream.createContext("/", exchange -> {
            received.add(exchange.getRequestHeaders());
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        upstream.start();
        pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        cards = CardBox.fill(pki, folder);
        URI address = URI.create("http://127.0.0.1:" + upstream.getAddress().getPort());
        front = start(new CardFront.Plan(pki, Path.of("../docker/nginx"), folder, List.of(address, address), 0, 0));
    }

    abstract CardFront start(CardFront.Plan plan);

    /** The certificate that the front handed over, base64 of its DER form. */
    abstract Optional<String> certificate(Headers headers);

    @AfterAll
    void stop() {
        if (front != null) {
            front.close();
        }
        upstream.stop(0);
    }

    @Test
    void loginAddressNeverAsksForACertificate() throws Exception {
        TlsVisitor visitor = new TlsVisitor(pki.serverCa(), cards.card("medecin"));
        assertThat(visitor.get(front.loginUrl())).isEqualTo(204);
        assertThat(visitor.wasAsked()).isFalse();
        assertThat(certificate(last())).isEmpty();
    }

    @Test
    void doorAsksAndHandsOverWhatItGot() throws Exception {
        Card card = cards.card("medecin");
        TlsVisitor visitor = new TlsVisitor(pki.serverCa(), card);
        assertThat(visitor.get(front.doorUrl().resolve(DOOR))).isEqualTo(204);
        assertThat(visitor.wasAsked()).isTrue();
        assertThat(certificate(last()))
                .contains(Base64.getEncoder().encodeToString(card.certificate().getEncoded()));
        assertThat(last().getFirst("X-Forwarded-Port"))
                .isEqualTo(String.valueOf(front.doorUrl().getPort()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"carte-expiree", "carte-revoquee", "emetteur-etranger", "certificat-signature"})
    void doorJudgesNoCard(String name) throws Exception {
        assertThat(new TlsVisitor(pki.serverCa(), cards.card(name))
                        .get(front.doorUrl().resolve(DOOR)))
                .isEqualTo(204);
        assertThat(certificate(last())).isPresent();
    }

    @Test
    void eachAddressServesItsOwnPagesOnly() throws Exception {
        TlsVisitor visitor = new TlsVisitor(pki.serverCa());
        assertThat(visitor.get(front.loginUrl().resolve(DOOR))).isEqualTo(404);
        assertThat(visitor.get(front.doorUrl().resolve("/admin/"))).isEqualTo(404);
        assertThat(visitor.get(front.doorUrl().resolve("/resources/1a2b3/login/pro-sante/css/pro-sante.css")))
                .isEqualTo(204);
        assertThat(visitor.get(front.loginUrl().resolve("/admin/"))).isEqualTo(204);
    }

    @Test
    void doorOpensWithoutACard() throws Exception {
        assertThat(new TlsVisitor(pki.serverCa()).get(front.doorUrl().resolve(DOOR)))
                .isEqualTo(204);
        assertThat(certificate(last())).isEmpty();
    }

    @Test
    void visitorsHeadersAreReplacedOnBothAddresses() throws Exception {
        for (URI address : List.of(front.loginUrl(), front.doorUrl().resolve(DOOR))) {
            TlsVisitor visitor = new TlsVisitor(pki.serverCa());
            for (String name : List.of(
                    "Client-Cert",
                    "client-cert-chain",
                    "SSL-Client-Cert",
                    "X-SSL-Cert",
                    "X-Forwarded-Client-Cert",
                    "X-Forwarded-Tls-Client-Cert",
                    "SSL_CLIENT_CERT",
                    "CERT_CHAIN",
                    "Forwarded",
                    "X-Forwarded-Prefix")) {
                visitor.header(name, "forged");
            }
            visitor.header("X-Forwarded-For", "192.0.2.1");
            visitor.header("X-Forwarded-Proto", "http");
            visitor.header("X-Forwarded-Host", "evil.example");
            assertThat(visitor.get(address)).isEqualTo(204);
            assertThat(last().values().toString()).doesNotContain("forged", "192.0.2.1", "evil.example");
            assertThat(last().getFirst("X-Forwarded-For")).isEqualTo("127.0.0.1");
            assertThat(last().getFirst("X-Forwarded-Proto")).isEqualTo("https");
            assertThat(last().getFirst("X-Forwarded-Host")).isEqualTo(address.getAuthority());
        }
    }

    @Test
    void doorSpeaksTls12OnlyAndResumesNoSession() throws Exception {
        TlsVisitor visitor = new TlsVisitor(pki.serverCa());
        try (SSLSocket socket = visitor.socket(front.doorUrl())) {
            socket.setEnabledProtocols(new String[] {"TLSv1.3"});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLException.class);
        }
        byte[] first = session(visitor);
        Thread.sleep(1100);
        byte[] second = session(visitor);
        assertThat(second.length == 0 || !Arrays.equals(first, second)).isTrue();
    }

    private byte[] session(TlsVisitor visitor) throws Exception {
        try (SSLSocket socket = visitor.socket(front.doorUrl())) {
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo("TLSv1.2");
            return socket.getSession().getId();
        }
    }

    private Headers last() {
        return received.get(received.size() - 1);
    }
}
