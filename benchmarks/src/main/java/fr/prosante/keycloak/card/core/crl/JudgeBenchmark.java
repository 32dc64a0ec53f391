package fr.prosante.keycloak.card.core.crl;

import fr.prosante.keycloak.card.core.CardJudge;
import fr.prosante.keycloak.card.core.CardRules;
import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.core.Trust;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.io.ByteArrayInputStream;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.keycloak.authentication.authenticators.x509.CertificateValidator;
import org.keycloak.common.crypto.CryptoIntegration;
import org.keycloak.models.KeycloakSession;
import org.keycloak.truststore.TruststoreProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Judging one card that just arrived, revocation included: ours also reads who the holder is and checks the authority's
 * own revocation; the peer checks trust, dates, key usage, extended key usage and the list of the card.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class JudgeBenchmark {

    private static final int ENTRIES = 100_000;

    private Optional<CardJudge> judge = Optional.empty();
    private Optional<KeycloakSession> session = Optional.empty();
    private Optional<CertificateValidator.CRLLoaderImpl> lists = Optional.empty();
    private byte[] card = new byte[0];
    private Optional<BenchPki> pki = Optional.empty();

    @Setup
    public void prepare() throws Exception {
        BenchPki made = new BenchPki();
        pki = Optional.of(made);
        card = made.card.getEncoded();
        byte[] ofPersons = made.list(false, ENTRIES);
        List<X509Certificate> authorities = List.of(made.root, made.persons);
        RevocationList persons = CrlParser.parse(ByteBuffer.wrap(ofPersons), authorities, Instant.now());
        RevocationList roots = CrlParser.parse(ByteBuffer.wrap(made.list(true, 10)), authorities, Instant.now());
        judge = Optional.of(new CardJudge(
                new Trust(authorities, Set.of("PERSONNES")),
                new CardRules(
                        Set.of(ProductCategory.CARD),
                        EnumSet.allOf(CardType.class),
                        Set.of(),
                        true,
                        false,
                        KeyCheck.STRICT),
                (certificate, issuer, now) -> status(List.of(roots, persons), certificate, issuer, now)));
        CryptoIntegration.init(JudgeBenchmark.class.getClassLoader());
        session = Optional.of(session(made));
        lists = Optional.of(new CertificateValidator.CRLLoaderProxy(
                (X509CRL) CertificateFactory.getInstance("X.509").generateCRL(new ByteArrayInputStream(ofPersons))));
    }

    private static Revocation.Status status(
            List<RevocationList> lists, X509Certificate certificate, X509Certificate issuer, Instant now) {
        for (RevocationList list : lists) {
            if (list.speaksFor(certificate, issuer, now)) {
                return list.revokes(certificate.getSerialNumber())
                        ? Revocation.Status.REVOKED
                        : Revocation.Status.GOOD;
            }
        }
        return Revocation.Status.CANNOT_TELL;
    }

    @Benchmark
    public Object ours() throws Exception {
        var verdict = judge.orElseThrow().judge(Optional.of(arrive()), Instant.now());
        if (verdict.holder().isEmpty()) {
            throw new IllegalStateException(verdict.toString());
        }
        return verdict;
    }

    @Benchmark
    public Object peer() throws Exception {
        X509Certificate[] chain = {arrive(), pki.orElseThrow().persons};
        return new CertificateValidator.CertificateValidatorBuilder()
                .session(session.orElseThrow())
                .keyUsage()
                .enableDigitalSignatureBit()
                .back()
                .extendedKeyUsage()
                .parse("1.3.6.1.5.5.7.3.2")
                .certificatePolicy()
                .mode("All")
                .parse(null)
                .revocation()
                .cRLEnabled(true)
                .cRLDPEnabled(false)
                .cRLLoader(lists.orElseThrow())
                .oCSPEnabled(false)
                .oCSPFailOpen(false)
                .oCSPResponseCertificate(null)
                .oCSPResponderURI(null)
                .timestampValidation()
                .enabled(true)
                .trustValidation()
                .enabled(true)
                .build(chain)
                .validateTrust()
                .validateTimestamps()
                .validateKeyUsage()
                .validateExtendedKeyUsage()
                .validatePolicy()
                .checkRevocationStatus();
    }

    /** A new object, as from TLS: the JDK keeps what it parsed of a certificate inside it. */
    private X509Certificate arrive() throws Exception {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(card));
    }

    private static KeycloakSession session(BenchPki pki) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setCertificateEntry("root", pki.root);
        var roots = Map.of(pki.root.getSubjectX500Principal(), List.of(pki.root));
        var intermediates = Map.of(pki.persons.getSubjectX500Principal(), List.of(pki.persons));
        Object truststore = Proxy.newProxyInstance(
                JudgeBenchmark.class.getClassLoader(),
                new Class<?>[] {TruststoreProvider.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getTruststore", "getHttpsTruststore" -> store;
                    case "getRootCertificates", "getHttpsRootCertificates" -> roots;
                    case "getIntermediateCertificates", "getHttpsIntermediateCertificates" -> intermediates;
                    default -> throw new UnsupportedOperationException(method.getName());
                });
        return (KeycloakSession) Proxy.newProxyInstance(
                JudgeBenchmark.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, arguments) -> truststore);
    }
}
