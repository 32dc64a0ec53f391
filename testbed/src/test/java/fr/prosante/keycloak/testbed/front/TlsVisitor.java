package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.cards.Card;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.security.KeyStore;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A TLS client that knows whether it was asked for a certificate. */
final class TlsVisitor {
    private final SSLContext context = SSLContext.getInstance("TLS");
    private final AtomicBoolean asked = new AtomicBoolean();
    private final Map<String, String> headers = new LinkedHashMap<>();

    TlsVisitor(X509Certificate serverCa, Card... cards) throws Exception {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("ca", serverCa);
        TrustManagerFactory trust = TrustManagerFactory.getInstance("PKIX");
        trust.init(trusted);
        context.init(new KeyManager[] {new Keys(cards)}, trust.getTrustManagers(), null);
    }

    boolean wasAsked() {
        return asked.get();
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

    private final class Keys extends X509ExtendedKeyManager {
        private final Card[] cards;

        Keys(Card... cards) {
            this.cards = cards;
        }

        @Override
        public @Nullable String chooseClientAlias(String[] types, Principal[] issuers, Socket socket) {
            asked.set(true);
            return cards.length == 0 ? null : "card";
        }

        @Override
        public X509Certificate[] getCertificateChain(String alias) {
            return cards[0].leaf().chain().toArray(X509Certificate[]::new);
        }

        @Override
        public PrivateKey getPrivateKey(String alias) {
            return cards[0].key();
        }

        @Override
        public String[] getClientAliases(String type, Principal[] issuers) {
            return new String[] {"card"};
        }

        @Override
        public String[] getServerAliases(String type, Principal[] issuers) {
            return new String[0];
        }

        @Override
        public @Nullable String chooseServerAlias(String type, Principal[] issuers, Socket socket) {
            return null;
        }
    }
}
