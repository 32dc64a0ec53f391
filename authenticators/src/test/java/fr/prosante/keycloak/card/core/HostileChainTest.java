package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.testing.CertificateRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.lang.management.ManagementFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains that somebody made to be let in, or to keep the server busy. */
final class HostileChainTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final Duration LONGEST = Duration.ofMillis(100);
    private static final ASN1ObjectIdentifier OTHER = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final Revocation ALL_GOOD = (certificate, issuer, now) -> Revocation.Status.GOOD;
    private static final CardRules RULES = new CardRules(
            Set.of(ProductCategory.CARD), EnumSet.allOf(CardType.class), Set.of(), true, false, KeyCheck.STRICT);
    private static final CardJudge JUDGE =
            new CardJudge(new Trust(List.of(ROOT.certificate(), PERSONS.certificate()), Set.of()), RULES, ALL_GOOD);

    static Stream<TestAuthority> hostileAuthorities() {
        return Stream.of(
                TestAuthority.root("INCONNUE").issue("PERSONNES INCONNUES"),
                ROOT.issue(
                        "SANS CA",
                        recipe -> recipe.extension(Extension.basicConstraints, true, new BasicConstraints(false))
                                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign))),
                ROOT.issue("SANS CONTRAINTE"),
                ROOT.issue(
                        "SANS SIGNATURE",
                        recipe -> recipe.extension(Extension.basicConstraints, true, new BasicConstraints(0))
                                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign))),
                PERSONS.issue("TROP PROFONDE"),
                ROOT.issue("EXPIREE", recipe -> authority(recipe).valid(NOW.minus(days(900)), NOW.minus(days(1)))),
                ROOT.issue("FAIBLE", recipe -> authority(recipe).algorithm("SHA1withRSA")),
                ROOT.issue("short key", HostileChainTest::authority),
                ROOT.issue("CRITIQUE", recipe -> authority(recipe).extension(OTHER, true, DERNull.INSTANCE)));
    }

    @ParameterizedTest
    @MethodSource("hostileAuthorities")
    void refusesCardsOfHostileAuthoritiesQuickly(TestAuthority hostile) {
        boolean sane = hostile.certificate().getSubjectX500Principal().getName().contains("SANS CONTRAINTE");
        List<X509Certificate> set = List.of(ROOT.certificate(), PERSONS.certificate(), hostile.certificate());
        CardJudge judge = new CardJudge(new Trust(set, Set.of()), RULES, ALL_GOOD);
        Optional<X509Certificate> card = Optional.of(TestCard.of(hostile));
        judge.judge(card, NOW);
        Duration before = spent();
        Verdict verdict = judge.judge(card, NOW);
        assertThat(spent().minus(before)).isLessThan(LONGEST);
        assertThat(verdict.holder().isPresent()).isEqualTo(sane);
    }

    @Test
    void refusesNameChainingWithoutASignature() {
        TestAuthority impostor = TestAuthority.root("AUTRE RACINE").issue("PERSONNES");
        X509Certificate card = TestCard.of(impostor, recipe -> recipe.without(Extension.authorityKeyIdentifier));
        TestAuthority real = ROOT.issue("PERSONNES BIS");
        CardJudge judge = new CardJudge(
                new Trust(List.of(ROOT.certificate(), real.certificate(), PERSONS.certificate()), Set.of()),
                RULES,
                ALL_GOOD);
        // Same name as PERSONS and, in this run, the same key: only a forged signature is left to refuse.
        byte[] forged = encoded(card);
        forged[forged.length - 5] ^= 1;
        assertThat(judge.judge(Optional.of(CertificateRecipe.parse(forged)), NOW)
                        .fault())
                .contains(CardFault.UNKNOWN_ISSUER);
    }

    @Test
    void refusesALeafThatPlaysAuthority() {
        X509Certificate leaf = TestCard.of(PERSONS);
        TestAuthority pretender = ROOT.issue(
                "FEUILLE",
                recipe -> recipe.extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature)));
        CardJudge judge = new CardJudge(
                new Trust(List.of(ROOT.certificate(), PERSONS.certificate(), leaf, pretender.certificate()), Set.of()),
                RULES,
                ALL_GOOD);
        assertThat(judge.judge(Optional.of(TestCard.of(pretender)), NOW).fault())
                .contains(CardFault.UNKNOWN_ISSUER);
    }

    /** As deep as the largest certificate that is read at all; where the JDK refuses it, no card was shown. */
    @ParameterizedTest
    @ValueSource(strings = {"1.2.250.1.71.1.2.5", "1.2.250.1.71.4.2.5", "2.5.29.17", "2.5.29.31", "2.5.29.32"})
    void refusesDeeplyNestedExtensionsQuickly(String oid) {
        X509Certificate card = TestCard.of(PERSONS, recipe -> recipe.raw(new ASN1ObjectIdentifier(oid), nested(3_000)));
        Duration before = spent();
        Verdict verdict = JUDGE.judge(Optional.of(card), NOW);
        assertThat(spent().minus(before)).isLessThan(LONGEST);
        if (!oid.equals("2.5.29.31") && !oid.equals("2.5.29.32")) {
            assertThat(verdict.holder()).isEmpty();
        }
    }

    /** Processor time of this thread: what else the machine does is not the judge's fault. */
    private static Duration spent() {
        return Duration.ofNanos(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    /** Sequences in sequences. */
    private static byte[] nested(int depth) {
        byte[] deep = new byte[0];
        for (int i = 0; i < depth; i++) {
            byte[] length = deep.length < 128
                    ? new byte[] {(byte) deep.length}
                    : new byte[] {(byte) 0x82, (byte) (deep.length >> 8), (byte) deep.length};
            byte[] outer = new byte[1 + length.length + deep.length];
            outer[0] = 0x30;
            System.arraycopy(length, 0, outer, 1, length.length);
            System.arraycopy(deep, 0, outer, 1 + length.length, deep.length);
            deep = outer;
        }
        return deep;
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (java.security.cert.CertificateEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static CertificateRecipe authority(CertificateRecipe recipe) {
        return recipe.extension(Extension.basicConstraints, true, new BasicConstraints(0))
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }
}
