package fr.prosante.keycloak.testbed.front;

import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Hands requests on; every header by which Keycloak may learn of visitor, host or certificate is ours. */
final class ForwardingProxy implements Handler<HttpServerRequest> {
    private static final List<String> OURS = List.of(
            "forwarded",
            "x-forwarded-",
            "x-real-ip",
            "client-cert",
            "ssl-client-",
            "ssl_client_",
            "x-ssl-",
            "cert-chain",
            "cert_chain",
            "x-client-cert",
            "x-haproxy-");

    private final Listener listener;
    private final HttpProxy proxy;

    ForwardingProxy(Listener listener, HttpClient client, Upstreams upstreams) {
        this.listener = listener;
        this.proxy = HttpProxy.reverseProxy(client).origin(upstreams).addInterceptor(new Headers());
    }

    @Override
    public void handle(HttpServerRequest request) {
        if (listener.serves(request.path())) {
            proxy.handle(request);
        } else {
            request.response().setStatusCode(404).end();
        }
    }

    private final class Headers implements ProxyInterceptor {
        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest visitor = context.request().proxiedRequest();
            MultiMap headers = context.request().headers();
            List.copyOf(headers.names()).stream().filter(Headers::ours).forEach(headers::remove);
            headers.set("X-Forwarded-For", visitor.remoteAddress().hostAddress());
            headers.set("X-Forwarded-Proto", "https");
            headers.set(
                    "X-Forwarded-Host",
                    visitor.authority() == null ? "" : visitor.authority().toString());
            headers.set(
                    "X-Forwarded-Port", String.valueOf(visitor.localAddress().port()));
            if (listener == Listener.DOOR) {
                certificates(visitor, headers);
            }
            return context.sendRequest();
        }

        private static boolean ours(String name) {
            String lower = name.toLowerCase(Locale.ROOT);
            return OURS.stream().anyMatch(lower::startsWith);
        }

        private static void certificates(HttpServerRequest visitor, MultiMap headers) {
            try {
                List<Certificate> chain = Arrays.asList(visitor.sslSession().getPeerCertificates());
                headers.set("Client-Cert", bytes(chain.get(0)));
                if (chain.size() > 1) {
                    headers.set(
                            "Client-Cert-Chain",
                            chain.stream().skip(1).map(Headers::bytes).collect(Collectors.joining(", ")));
                }
            } catch (SSLPeerUnverifiedException e) {
                // The visitor showed none: the headers stay away.
                headers.remove("Client-Cert");
            }
        }

        /** A byte sequence of RFC 8941: base64 between colons. */
        private static String bytes(Certificate certificate) {
            try {
                return ":" + Base64.getEncoder().encodeToString(certificate.getEncoded()) + ":";
            } catch (CertificateEncodingException e) {
                throw new IllegalArgumentException(e);
            }
        }
    }
}
