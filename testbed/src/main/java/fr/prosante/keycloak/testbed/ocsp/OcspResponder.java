package fr.prosante.keycloak.testbed.ocsp;

import com.sun.net.httpserver.HttpExchange;
import fr.prosante.keycloak.testbed.crl.CrlServer;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.Leaf;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.CertificateEncodingException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.Extensions;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cert.ocsp.BasicOCSPRespBuilder;
import org.bouncycastle.cert.ocsp.CertificateID;
import org.bouncycastle.cert.ocsp.CertificateStatus;
import org.bouncycastle.cert.ocsp.OCSPException;
import org.bouncycastle.cert.ocsp.OCSPReq;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.bouncycastle.cert.ocsp.OCSPRespBuilder;
import org.bouncycastle.cert.ocsp.Req;
import org.bouncycastle.cert.ocsp.RevokedStatus;
import org.bouncycastle.cert.ocsp.UnknownStatus;
import org.bouncycastle.cert.ocsp.jcajce.JcaRespID;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.jspecify.annotations.Nullable;

/** Answers questions about single certificates (RFC 6960); a revocation counts at once. */
public final class OcspResponder implements AutoCloseable {
    private final List<CertificateAuthority> authorities;
    private final AtomicInteger questions = new AtomicInteger();
    private final CountDownLatch end = new CountDownLatch(1);
    private volatile Mood mood = Mood.HONEST;

    private OcspResponder(Collection<CertificateAuthority> authorities) {
        this.authorities = List.copyOf(authorities);
    }

    /** Answers at {@code /ocsp} of the server of the lists. */
    public static OcspResponder start(CrlServer server, Collection<CertificateAuthority> authorities) {
        OcspResponder responder = new OcspResponder(authorities);
        server.lend("/ocsp", responder::handle);
        return responder;
    }

    public void is(Mood how) {
        mood = how;
    }

    /** How often it was asked so far. */
    public int questions() {
        return questions.get();
    }

    @Override
    public void close() {
        end.countDown();
    }

    private void handle(HttpExchange exchange) throws IOException {
        questions.incrementAndGet();
        try (exchange) {
            if (mood == Mood.SILENT) {
                end.await();
            } else if (mood == Mood.BROKEN) {
                exchange.sendResponseHeaders(500, -1);
            } else {
                byte[] answer = answer(question(exchange));
                exchange.getResponseHeaders().set("Content-Type", "application/ocsp-response");
                exchange.sendResponseHeaders(200, answer.length);
                exchange.getResponseBody().write(answer);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** In the body of a POST, or in the address of a GET (RFC 6960 appendix A.1). */
    private static byte[] question(HttpExchange exchange) throws IOException {
        if (exchange.getRequestMethod().equals("POST")) {
            return exchange.getRequestBody().readAllBytes();
        }
        String path = exchange.getRequestURI().getPath();
        return Base64.getDecoder()
                .decode(path.substring(exchange.getHttpContext().getPath().length() + 1));
    }

    private byte[] answer(byte[] der) throws IOException {
        try {
            OCSPReq question = new OCSPReq(der);
            Req request = question.getRequestList()[0];
            Optional<CertificateAuthority> issuer = issuer(request.getCertID());
            if (issuer.isEmpty()) {
                return new OCSPRespBuilder().build(OCSPResp.UNAUTHORIZED, null).getEncoded();
            }
            return signed(question, request, issuer.get());
        } catch (OCSPException | OperatorCreationException | GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private byte[] signed(OCSPReq question, Req request, CertificateAuthority issuer)
            throws OCSPException, OperatorCreationException, GeneralSecurityException, IOException {
        Leaf identity = issuer.responder();
        Instant now = Instant.now();
        BasicOCSPRespBuilder basic =
                new BasicOCSPRespBuilder(new JcaRespID(identity.certificate().getSubjectX500Principal()));
        basic.addResponse(
                request.getCertID(),
                status(request, issuer),
                Date.from(now),
                Date.from(now.plus(Duration.ofHours(1))),
                null);
        Extension nonce = question.getExtension(OCSPObjectIdentifiers.id_pkix_ocsp_nonce);
        if (nonce != null) {
            basic.setResponseExtensions(new Extensions(nonce));
        }
        PrivateKey key = mood == Mood.FORGED ? strangeKey() : identity.key();
        return new OCSPRespBuilder()
                .build(
                        OCSPResp.SUCCESSFUL,
                        basic.build(
                                new JcaContentSignerBuilder("SHA256withRSA").build(key),
                                new X509CertificateHolder[] {new JcaX509CertificateHolder(identity.certificate())},
                                Date.from(now)))
                .getEncoded();
    }

    /** BouncyCastle says « good » by null. */
    private @Nullable CertificateStatus status(Req request, CertificateAuthority issuer) {
        if (mood == Mood.FORGED) {
            return CertificateStatus.GOOD;
        }
        var serial = request.getCertID().getSerialNumber();
        if (!issuer.issued(serial)) {
            return new UnknownStatus();
        }
        Instant when = issuer.revoked().get(serial);
        return when == null ? CertificateStatus.GOOD : new RevokedStatus(Date.from(when));
    }

    private Optional<CertificateAuthority> issuer(CertificateID id)
            throws OCSPException, OperatorCreationException, CertificateEncodingException {
        for (CertificateAuthority authority : authorities) {
            if (id.matchesIssuer(
                    new JcaX509CertificateHolder(authority.certificate()),
                    new JcaDigestCalculatorProviderBuilder().build())) {
                return Optional.of(authority);
            }
        }
        return Optional.empty();
    }

    private static PrivateKey strangeKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        return generator.generateKeyPair().getPrivate();
    }
}
