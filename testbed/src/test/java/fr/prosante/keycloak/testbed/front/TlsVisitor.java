package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.pki.ShownCertificate;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A TLS client that knows whether it was asked for a certificate. */
final class TlsVisitor {
    private final ShownCertificate shown;
    private final SSLContext context;
    private final Map<String, String> headers = new LinkedHashMap<>();

    TlsVisitor(X509Certificate serverCa, Card... cards) {
        shown = new ShownCertificate(Stream.of(cards).map(Card::leaf).findFirst());
        context = ServerTrust.in(serverCa, shown);
    }

    boolean wasAsked() {
        return !shown.askers().isEmpty();
    }

    void header(String name, String value) {
        headers.put(name, value);
    }

    int get(URI address) throws Exception {
        HttpsURLConnection connection = (HttpsURLConnection) address.toURL().openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        headers.forEach(connection::setRequestProperty);
        try {
            return connection.getResponseCode();
        } finally {
            ((HttpURLConnection) connection).disconnect();
        }
    }

    SSLSocket socket(URI address) throws Exception {
        return (SSLSocket) context.getSocketFactory().createSocket(address.getHost(), address.getPort());
    }
}
