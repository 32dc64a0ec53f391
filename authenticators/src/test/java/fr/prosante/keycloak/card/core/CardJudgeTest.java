package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.testing.CertificateRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.x509.CertificatePolicies;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.PolicyInformation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

final class CardJudgeTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final Revocation ALL_GOOD = (certificate, issuer, now) -> Revocation.Status.GOOD;
    private static final CardRules RULES = new CardRules(
            Set.of(ProductCategory.CARD), EnumSet.allOf(CardType.class), Set.of(), true, false, KeyCheck.STRICT);

    @Test
    void letsACardIn() {
        Verdict verdict = judge(TestCard.of(PERSONS));
        assertThat(verdict.fault()).isEmpty();
        assertThat(verdict.holder())
                .hasValueSatisfying(holder -> assertThat(holder.id().value()).isEqualTo(TestCard.ID));
        assertThat(verdict.unchecked()).isFalse();
    }

    @Test
    void asksForACertificate() {
        assertThat(judge(RULES, ALL_GOOD).judge(Optional.empty(), NOW).fault()).contains(CardFault.NO_CERTIFICATE);
    }

    static Stream<Arguments> refused() {
        return Stream.of(
                refused(CardFault.EXPIRED, recipe -> recipe.valid(NOW.minus(days(300)), NOW.minusSeconds(1))),
                refused(CardFault.NOT_YET_VALID, recipe -> recipe.valid(NOW.plusSeconds(1), NOW.plus(days(300)))),
                refused(
                        CardFault.SIGNATURE_CERTIFICATE,
                        recipe -> recipe.extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.nonRepudiation))
                                .extension(Extension.extendedKeyUsage, false, use(KeyPurposeId.id_kp_emailProtection))),
                refused(
                        CardFault.SIGNATURE_CERTIFICATE,
                        recipe -> recipe.extension(
                                Extension.keyUsage,
                                true,
                                new KeyUsage(KeyUsage.digitalSignature | KeyUsage.nonRepudiation))),
                refused(
                        CardFault.NOT_FOR_AUTHENTICATION,
                        recipe -> recipe.extension(
                                Extension.extendedKeyUsage, false, use(KeyPurposeId.id_kp_serverAuth))),
                refused(CardFault.NOT_FOR_AUTHENTICATION, recipe -> recipe.without(Extension.extendedKeyUsage)),
                refused(CardFault.NOT_FOR_AUTHENTICATION, recipe -> recipe.without(Extension.keyUsage)),
                refused(CardFault.TEST_CARD, recipe -> recipe.extension(TestCard.CATEGORY, false, octet(0x80))),
                refused(CardFault.UNSUPPORTED_CARD, recipe -> recipe.extension(TestCard.CATEGORY, false, octet(3))),
                refused(CardFault.UNSUPPORTED_CARD, recipe -> recipe.without(TestCard.CATEGORY)),
                refused(CardFault.UNSUPPORTED_CARD, recipe -> recipe.without(TestCard.TYPE)),
                refused(CardFault.WEAK_OR_OVERSIZED, recipe -> recipe.algorithm("SHA1withRSA")),
                refused(CardFault.WEAK_OR_OVERSIZED, recipe -> recipe.algorithm("MD5withRSA")),
                refused(CardFault.WEAK_OR_OVERSIZED, recipe -> recipe.serial(BigInteger.valueOf(-5))),
                refused(CardFault.WEAK_OR_OVERSIZED, recipe -> recipe.serial(BigInteger.ZERO)),
                refused(
                        CardFault.WEAK_OR_OVERSIZED,
                        recipe -> recipe.extension(OTHER, false, new DEROctetString(new byte[20_000]))),
                refused(CardFault.UNKNOWN_ISSUER, recipe -> recipe.extension(OTHER, true, DERNull.INSTANCE)),
                refused(
                        CardFault.UNKNOWN_ISSUER,
                        recipe -> recipe.authorityKey(
                                TestAuthority.key("elsewhere").getPublic())));
    }

    static Stream<Arguments> unreadable() {
        return Stream.of(
                refused(CardFault.UNREADABLE, recipe -> recipe.extension(TestCard.CATEGORY, false, octet(0x42))),
                refused(CardFault.UNREADABLE, recipe -> recipe.extension(TestCard.TYPE, false, new ASN1Integer(9))),
                refused(CardFault.UNREADABLE, recipe -> recipe.raw(TestCard.TYPE, new byte[0])),
                refused(CardFault.UNREADABLE, recipe -> recipe.raw(TestCard.PROFESSION, new byte[0])));
    }

    private static final ASN1ObjectIdentifier OTHER = new ASN1ObjectIdentifier("1.3.6.1.4.1.99999.1");

    @ParameterizedTest
    @MethodSource({"refused", "unreadable"})
    void refusesQuickly(CardFault fault, UnaryOperator<CertificateRecipe> change) {
        assertThat(Judged.quickly(judge(RULES, ALL_GOOD), TestCard.of(PERSONS, change))
                        .fault())
                .contains(fault);
    }

    @Test
    void refusesAnAuthorityThatWasNotChosen() {
        Trust trust = new Trust(List.of(ROOT.certificate(), PERSONS.certificate()), Set.of("AUTRES"));
        assertThat(new CardJudge(trust, RULES, ALL_GOOD)
                        .judge(Optional.of(TestCard.of(PERSONS)), NOW)
                        .fault())
                .contains(CardFault.ISSUER_NOT_ALLOWED);
    }

    @ParameterizedTest
    @CsvSource({"1.2.250.1.213.9, true", "1.2.250.1.213.8, false"})
    void looksAtPoliciesWhenTold(String accepted, boolean in) {
        CardRules rules =
                new CardRules(RULES.categories(), RULES.types(), Set.of(accepted), true, false, KeyCheck.STRICT);
        X509Certificate card = TestCard.of(
                PERSONS,
                recipe -> recipe.extension(
                        Extension.certificatePolicies,
                        false,
                        new CertificatePolicies(new PolicyInformation(new ASN1ObjectIdentifier("1.2.250.1.213.9")))));
        assertThat(judge(rules, ALL_GOOD).judge(Optional.of(card), NOW).holder().isPresent())
                .isEqualTo(in);
        assertThat(judge(rules, ALL_GOOD)
                        .judge(Optional.of(TestCard.of(PERSONS)), NOW)
                        .fault())
                .contains(CardFault.POLICY_NOT_ALLOWED);
    }

    @Test
    void refusesTypesThatAreNotAllowed() {
        CardRules rules =
                new CardRules(RULES.categories(), Set.of(CardType.CPE), Set.of(), true, false, KeyCheck.STRICT);
        assertThat(judge(rules, ALL_GOOD)
                        .judge(Optional.of(TestCard.of(PERSONS)), NOW)
                        .fault())
                .contains(CardFault.UNSUPPORTED_CARD);
    }

    @ParameterizedTest
    @EnumSource(Revocation.Status.class)
    void asksWhetherTheCardWasRevoked(Revocation.Status status) {
        Verdict verdict = judge(
                        RULES,
                        (certificate, issuer, now) ->
                                issuer.equals(PERSONS.certificate()) ? status : Revocation.Status.GOOD)
                .judge(Optional.of(TestCard.of(PERSONS)), NOW);
        assertThat(verdict.fault()).isEqualTo(expected(status));
        assertThat(verdict.worthWaiting()).isEqualTo(status == Revocation.Status.NOT_YET);
    }

    @Test
    void asksWhetherTheAuthorityWasRevoked() {
        Verdict verdict = judge(
                        RULES,
                        (certificate, issuer, now) ->
                                issuer.equals(ROOT.certificate()) ? Revocation.Status.REVOKED : Revocation.Status.GOOD)
                .judge(Optional.of(TestCard.of(PERSONS)), NOW);
        assertThat(verdict.fault()).contains(CardFault.REVOKED);
    }

    @Test
    void letsUncheckedCardsInOnlyWhenTold() {
        CardRules lenient = new CardRules(RULES.categories(), RULES.types(), Set.of(), true, true, KeyCheck.STRICT);
        Verdict verdict = judge(lenient, (certificate, issuer, now) -> Revocation.Status.CANNOT_TELL)
                .judge(Optional.of(TestCard.of(PERSONS)), NOW);
        assertThat(verdict.holder()).isPresent();
        assertThat(verdict.unchecked()).isTrue();
    }

    private static Optional<CardFault> expected(Revocation.Status status) {
        return switch (status) {
            case GOOD -> Optional.empty();
            case REVOKED -> Optional.of(CardFault.REVOKED);
            case CANNOT_TELL, NOT_YET -> Optional.of(CardFault.CANNOT_TELL);
        };
    }

    private static Verdict judge(X509Certificate card) {
        return judge(RULES, ALL_GOOD).judge(Optional.of(card), NOW);
    }

    private static CardJudge judge(CardRules rules, Revocation revocation) {
        return new CardJudge(
                new Trust(List.of(ROOT.certificate(), PERSONS.certificate()), Set.of()), rules, revocation);
    }

    private static Arguments refused(CardFault fault, UnaryOperator<CertificateRecipe> change) {
        return Arguments.of(fault, change);
    }

    private static ExtendedKeyUsage use(KeyPurposeId purpose) {
        return new ExtendedKeyUsage(purpose);
    }

    private static DEROctetString octet(int value) {
        return new DEROctetString(new byte[] {(byte) value});
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }
}
