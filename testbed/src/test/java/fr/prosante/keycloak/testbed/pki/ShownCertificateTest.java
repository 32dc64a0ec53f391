package fr.prosante.keycloak.testbed.pki;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That nobody asked means something only if the question is heard where it is put. */
final class ShownCertificateTest {
    private final HealthPki pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));

    @ParameterizedTest
    @CsvSource({"TLSv1.2, true", "TLSv1.2, false", "TLSv1.3, true", "TLSv1.3, false"})
    void hearsTheQuestionInEitherProtocol(String protocol, boolean asking) throws Exception {
        ShownCertificate shown = new ShownCertificate(Optional.empty());
        try (SSLServerSocket server = server(asking)) {
            CompletableFuture<String> spoken = CompletableFuture.supplyAsync(() -> greet(server));
            try (SSLSocket client = (SSLSocket) ServerTrust.in(pki.serverCa(), shown)
                    .getSocketFactory()
                    .createSocket("127.0.0.1", server.getLocalPort())) {
                client.setEnabledProtocols(new String[] {protocol});
                assertThat(client.getInputStream().read()).isEqualTo('x');
            }
            assertThat(spoken.get()).isEqualTo(protocol);
        }
        assertThat(shown.askers()).hasSize(asking ? 1 : 0);
    }

    private static String greet(SSLServerSocket server) {
        try (SSLSocket socket = (SSLSocket) server.accept()) {
            socket.getOutputStream().write('x');
            return socket.getSession().getProtocol();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private SSLServerSocket server(boolean asking) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        Leaf localhost = pki.localhost();
        store.setKeyEntry(
                "server", localhost.key(), new char[0], localhost.chain().toArray(X509Certificate[]::new));
        KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
        keys.init(store, new char[0]);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        SSLServerSocket server = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 1, InetAddress.getLoopbackAddress());
        server.setWantClientAuth(asking);
        return server;
    }
}
