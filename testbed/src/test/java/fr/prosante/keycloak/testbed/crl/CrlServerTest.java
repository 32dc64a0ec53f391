package fr.prosante.keycloak.testbed.crl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Path;
import java.security.cert.CRLException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CrlServerTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private CrlServer server;
    private HealthPki pki;
    private CardBox cards;

    @BeforeAll
    void start(@TempDir Path folder) {
        server = CrlServer.start(0);
        pki = HealthPki.open(Path.of("target/keys"), server.base());
        server.publish(pki);
        cards = CardBox.fill(pki, folder);
    }

    @AfterAll
    void stop() {
        server.close();
    }

    @Test
    void publishesListsThatTheirIssuersSigned() throws Exception {
        for (CertificateAuthority authority : pki.authorities()) {
            X509CRL list = list(authority);
            list.verify(authority.certificate().getPublicKey());
            assertThat(list.getNextUpdate().toInstant()).isAfter(Instant.now());
        }
    }

    @Test
    void listsTheRevokedCardAndNoOther() throws Exception {
        X509CRL list = list(pki.persons(Grade.FORT));
        assertThat(list.isRevoked(cards.card("carte-revoquee").certificate())).isTrue();
        assertThat(list.isRevoked(cards.card("medecin").certificate())).isFalse();
    }

    @Test
    void failsAsTold() throws Exception {
        CertificateAuthority authority = pki.persons(Grade.STANDARD);
        server.fail(Fault.ERROR);
        assertThat(get(authority.crlAddress()).statusCode()).isEqualTo(500);
        server.fail(Fault.TRUNCATED);
        assertThatThrownBy(() -> list(authority)).isInstanceOf(CRLException.class);
        server.fail(Fault.EXPIRED);
        assertThat(list(authority).getNextUpdate().toInstant()).isBefore(Instant.now());
        server.fail(Fault.OTHER_ISSUER);
        assertThat(list(authority).getIssuerX500Principal())
                .isNotEqualTo(authority.certificate().getSubjectX500Principal());
        server.fail(Fault.SILENT);
        assertThatThrownBy(() -> get(authority.crlAddress())).isInstanceOf(HttpTimeoutException.class);
        server.fail(Fault.NONE);
        assertThat(list(authority).getIssuerX500Principal())
                .isEqualTo(authority.certificate().getSubjectX500Principal());
    }

    @Test
    void knowsNoOtherFile() throws Exception {
        assertThat(get(server.base().resolve("CRL/ACR-NADA.crl")).statusCode()).isEqualTo(404);
        assertThat(get(server.base().resolve("etc/passwd")).statusCode()).isEqualTo(404);
    }

    private X509CRL list(CertificateAuthority authority) throws Exception {
        return (X509CRL) CertificateFactory.getInstance("X.509")
                .generateCRL(
                        new ByteArrayInputStream(get(authority.crlAddress()).body()));
    }

    private HttpResponse<byte[]> get(URI address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(address).timeout(Duration.ofSeconds(2)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }
}
