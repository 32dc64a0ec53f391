package fr.prosante.keycloak.e2e.browser;

import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.pki.ShownCertificate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Optional;
import javax.net.ssl.SSLSocket;

/** Looks at how TLS begins at an address: a new connection each time, kept until its one answer is read. */
public final class Handshake {

    private final X509Certificate serverCa;

    public Handshake(X509Certificate serverCa) {
        this.serverCa = serverCa;
    }

    /**
     * Whether the server asks for a certificate, at once or for the sake of the page.
     *
     * @param protocol {@code TLSv1.2} or {@code TLSv1.3}
     */
    public boolean asksForACertificate(URI address, String protocol) {
        var shown = new ShownCertificate(Optional.empty());
        var sockets = ServerTrust.in(serverCa, shown).getSocketFactory();
        try (var socket = (SSLSocket) sockets.createSocket(address.getHost(), address.getPort())) {
            socket.setEnabledProtocols(new String[] {protocol});
            socket.startHandshake();
            socket.getOutputStream().write(request(address).getBytes(StandardCharsets.US_ASCII));
            if (socket.getInputStream().readAllBytes().length == 0) {
                throw new AssertionError("No answer of " + address);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(address.toString(), e);
        }
        return !shown.askers().isEmpty();
    }

    private static String request(URI address) {
        var query = Optional.ofNullable(address.getRawQuery()).map("?"::concat).orElse("");
        return "GET " + address.getRawPath() + query + " HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nConnection: close\r\n\r\n";
    }
}
