package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Chains that somebody made to be let in, or to keep the server busy. */
final class HostileChainTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final ASN1ObjectIdentifier OTHER = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");
    private static final Revocation ALL_GOOD = (certificate, issuer, now) -> Revocation.Status.GOOD;
    private static final CardRules RULES = new CardRules(
            Set.of(ProductCategory.CARD), EnumSet.allOf(CardType.class), Set.of(), true, false, KeyCheck.STRICT);

    @BeforeAll
    static void warmsTheJdkUp() {
        letsIn(judge(ROOT, PERSONS), TestCard.of(PERSONS));
    }

    static Stream<Arguments> authoritiesThatMayNotSign() {
        return Stream.of(
                unknown(
                        "no authority of the set",
                        TestAuthority.root("INCONNUE").issue("PERSONNES INCONNUES")),
                unknown(
                        "no authority of the set",
                        ROOT.issue(
                                "SANS CA",
                                recipe -> recipe.extension(
                                                Extension.basicConstraints, true, new BasicConstraints(false))
                                        .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign)))),
                unknown(
                        "no authority of the set",
                        ROOT.issue(
                                "SANS SIGNATURE",
                                recipe -> recipe.extension(Extension.basicConstraints, true, new BasicConstraints(0))
                                        .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.cRLSign)))),
                unknown("PATH_TOO_LONG", PERSONS.issue("TROP PROFONDE")),
                unknown(
                        "UNRECOGNIZED_CRIT_EXT",
                        ROOT.issue(
                                "CRITIQUE",
                                recipe ->
                                        TestAuthority.intermediate(recipe).extension(OTHER, true, DERNull.INSTANCE))));
    }

    static Stream<Arguments> authoritiesOutOfTime() {
        TestAuthority expired =
                TestAuthority.root("ANCRE EXPIREE", recipe -> recipe.valid(NOW.minus(days(900)), NOW.minusSeconds(1)));
        TestAuthority future =
                TestAuthority.root("ANCRE FUTURE", recipe -> recipe.valid(NOW.plusSeconds(1), NOW.plus(days(900))));
        return Stream.of(
                unknown(
                        "EXPIRED",
                        ROOT.issue(
                                "EXPIREE",
                                recipe -> TestAuthority.intermediate(recipe)
                                        .valid(NOW.minus(days(900)), NOW.minus(days(1))))),
                unknown("CertificateExpiredException", expired.issue("SOUS ANCRE EXPIREE"), expired),
                unknown("CertificateNotYetValidException", future.issue("SOUS ANCRE FUTURE"), future));
    }

    static Stream<Arguments> weakAuthorities() {
        return Stream.of(
                refused(
                        CardFault.WEAK_OR_OVERSIZED,
                        "SHA1withRSA",
                        ROOT.issue(
                                "FAIBLE",
                                recipe -> TestAuthority.intermediate(recipe).algorithm("SHA1withRSA"))),
                refused(CardFault.WEAK_OR_OVERSIZED, "its key is too weak", ROOT.issue("short key")));
    }

    /** @param hostile authorities of the set; the first issues the card */
    @ParameterizedTest
    @MethodSource({"authoritiesThatMayNotSign", "authoritiesOutOfTime", "weakAuthorities"})
    void refusesCardsOfHostileAuthoritiesQuickly(CardFault fault, String detail, List<TestAuthority> hostile) {
        CardJudge judge =
                judge(Stream.concat(Stream.of(ROOT, PERSONS), hostile.stream()).toArray(TestAuthority[]::new));
        Verdict verdict = Judged.quickly(judge, TestCard.of(hostile.get(0)));
        assertThat(verdict.fault()).contains(fault);
        assertThat(verdict.detail()).contains(detail);
        letsIn(judge, TestCard.of(PERSONS));
    }

    @Test
    void refusesNameChainingWithoutASignature() {
        TestAuthority impostor = TestAuthority.root("AUTRE RACINE").issueNamesake("PERSONNES");
        X509Certificate card = TestCard.of(impostor, recipe -> recipe.without(Extension.authorityKeyIdentifier));
        Verdict verdict = Judged.quickly(judge(ROOT, PERSONS), card);
        assertThat(verdict.fault()).contains(CardFault.UNKNOWN_ISSUER);
        assertThat(verdict.detail()).contains("INVALID_SIGNATURE");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void findsTheIssuerBesideItsNamesake(boolean namesakeFirst) {
        TestAuthority namesake = ROOT.issueNamesake("PERSONNES");
        CardJudge judge = namesakeFirst ? judge(ROOT, namesake, PERSONS) : judge(ROOT, PERSONS, namesake);
        letsIn(judge, TestCard.of(PERSONS));
        letsIn(judge, TestCard.of(namesake));
        letsIn(judge, TestCard.of(namesake, recipe -> recipe.without(Extension.authorityKeyIdentifier)));
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
        assertThat(Judged.quickly(judge, TestCard.of(pretender)).fault()).contains(CardFault.UNKNOWN_ISSUER);
    }

    /** As deep as the largest certificate that is read at all. Nobody looks at policies unless told to, nor here at lists. */
    @ParameterizedTest
    @CsvSource({
        "1.2.250.1.71.1.2.5, UNREADABLE",
        "1.2.250.1.71.4.2.5, UNREADABLE",
        "2.5.29.17, UNREADABLE",
        "2.5.29.31,",
        "2.5.29.32,",
    })
    void readsDeeplyNestedExtensionsQuicklyOrNotAtAll(String oid, @Nullable CardFault fault) {
        Verdict verdict = Judged.quickly(judge(ROOT, PERSONS), nested(oid));
        assertThat(verdict.fault()).isEqualTo(Optional.ofNullable(fault));
        assertThat(verdict.holder().isPresent()).isEqualTo(fault == null);
    }

    @Test
    void refusesDeeplyNestedPoliciesWhereThatMatters() {
        CardRules choosy =
                new CardRules(RULES.categories(), RULES.types(), Set.of("1.2.3"), true, false, KeyCheck.STRICT);
        CardJudge judge = new CardJudge(
                new Trust(List.of(ROOT.certificate(), PERSONS.certificate()), Set.of()), choosy, ALL_GOOD);
        assertThat(Judged.quickly(judge, nested("2.5.29.32")).fault()).contains(CardFault.UNREADABLE);
    }

    private static void letsIn(CardJudge judge, X509Certificate card) {
        assertThat(judge.judge(Optional.of(card), NOW).holder()).isPresent();
    }

    private static CardJudge judge(TestAuthority... authorities) {
        List<X509Certificate> set =
                Stream.of(authorities).map(TestAuthority::certificate).toList();
        return new CardJudge(new Trust(set, Set.of()), RULES, ALL_GOOD);
    }

    private static Arguments unknown(String detail, TestAuthority... authorities) {
        return refused(CardFault.UNKNOWN_ISSUER, detail, authorities);
    }

    private static Arguments refused(CardFault fault, String detail, TestAuthority... authorities) {
        return Arguments.of(fault, detail, List.of(authorities));
    }

    private static X509Certificate nested(String oid) {
        return TestCard.of(PERSONS, recipe -> recipe.raw(new ASN1ObjectIdentifier(oid), nested(3_000)));
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

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }
}
