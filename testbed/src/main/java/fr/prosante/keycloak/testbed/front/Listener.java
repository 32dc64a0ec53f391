package fr.prosante.keycloak.testbed.front;

import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.Pem;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslProvider;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientAuth;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.JdkSSLEngineOptions;
import io.vertx.core.net.PemKeyCertOptions;
import io.vertx.core.net.TrustOptions;
import io.vertx.core.spi.tls.DefaultSslContextFactory;
import io.vertx.core.spi.tls.SslContextFactory;
import java.util.Set;
import javax.net.ssl.SSLException;

/** The TLS manners of the two addresses. */
enum Listener {
    LOGIN {
        @Override
        HttpServerOptions options(Leaf identity, int headerBytes) {
            return base(identity, headerBytes)
                    .setClientAuth(ClientAuth.NONE)
                    .setEnabledSecureTransportProtocols(Set.of("TLSv1.2", "TLSv1.3"));
        }

        @Override
        boolean serves(String path) {
            return !isDoor(path);
        }
    },
    /**
     * TLS 1.2 only, as the CPS3 card cannot sign RSA-PSS; no HTTP/2, where a browser may reuse the connection for another
     * host; sessions are not resumed, so that each visit shows the card anew.
     */
    DOOR {
        @Override
        HttpServerOptions options(Leaf identity, int headerBytes) {
            System.setProperty("jdk.tls.server.enableSessionTicketExtension", "false");
            return base(identity, headerBytes)
                    .setClientAuth(ClientAuth.REQUEST)
                    .setTrustOptions(TrustOptions.wrap(new AnyClient()))
                    .setSslEngineOptions(new NoResumption())
                    .setEnabledSecureTransportProtocols(Set.of("TLSv1.2"));
        }

        @Override
        boolean serves(String path) {
            return isDoor(path) || path.matches("/resources/[^/]+/login/.*");
        }
    };

    abstract HttpServerOptions options(Leaf identity, int headerBytes);

    /** Each address has its own pages: the door nothing but the door and its dress, the login everything else. */
    abstract boolean serves(String path);

    private static boolean isDoor(String path) {
        return path.matches("/realms/[^/]+/pro-sante-card/.*");
    }

    private static HttpServerOptions base(Leaf identity, int headerBytes) {
        return new HttpServerOptions()
                .setSsl(true)
                .setUseAlpn(false)
                .setMaxHeaderSize(headerBytes)
                .setMaxInitialLineLength(16 * 1024)
                .setIdleTimeout(120)
                .setKeyCertOptions(new PemKeyCertOptions()
                        .addCertValue(Buffer.buffer(Pem.certificates(identity.chain())))
                        .addKeyValue(Buffer.buffer(Pem.key(identity.key()))));
    }

    /** The JDK cannot turn its session cache off: it is left one place for one second. */
    private static final class NoResumption extends JdkSSLEngineOptions {
        @Override
        public JdkSSLEngineOptions copy() {
            return new NoResumption();
        }

        @Override
        public SslContextFactory sslContextFactory() {
            return new DefaultSslContextFactory(SslProvider.JDK, false) {
                @Override
                public SslContext create() throws SSLException {
                    SslContext context = super.create();
                    context.sessionContext().setSessionCacheSize(1);
                    context.sessionContext().setSessionTimeout(1);
                    return context;
                }
            };
        }
    }
}
