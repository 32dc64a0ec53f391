package fr.prosante.keycloak.card.core.ocsp;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.card.core.Revocation;
import fr.prosante.keycloak.card.core.Revocation.Status;
import fr.prosante.keycloak.card.testing.AnswerRecipe;
import fr.prosante.keycloak.card.testing.CertificateRecipe;
import fr.prosante.keycloak.card.testing.TestAuthority;
import fr.prosante.keycloak.card.testing.TestCard;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.ocsp.OCSPObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.ocsp.OCSPResp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class AnswerTest {

    private static final TestAuthority ROOT = TestAuthority.root("RACINE");
    private static final TestAuthority PERSONS = ROOT.issue("PERSONNES");
    private static final TestAuthority OTHERS = ROOT.issue("AUTRES PERSONNES");
    private static final X509Certificate CARD = TestCard.of(PERSONS);
    private static final Question QUESTION = Question.about(CARD, PERSONS.certificate());
    private static final Revocation NOBODY_KNOWS = (certificate, issuer, now) -> Status.CANNOT_TELL;
    private static final Revocation ALL_GOOD = (certificate, issuer, now) -> Status.GOOD;

    static Stream<Arguments> usable() {
        return Stream.of(
                usable(Status.GOOD, answer -> answer),
                usable(Status.GOOD, answer -> answer.named(true)),
                usable(Status.REVOKED, AnswerRecipe::revoked),
                usable(Status.CANNOT_TELL, AnswerRecipe::unknown),
                usable(Status.GOOD, AnswerRecipe::withoutNonce),
                usable(Status.GOOD, answer -> delegated(answer, delegate(PERSONS, recipe -> recipe))),
                usable(
                        Status.GOOD,
                        answer -> delegated(answer, delegate(PERSONS, recipe -> recipe))
                                .named(true)),
                usable(
                        Status.REVOKED,
                        answer -> delegated(answer, delegate(PERSONS, recipe -> recipe))
                                .revoked()));
    }

    @ParameterizedTest
    @MethodSource("usable")
    void takesWhatTheIssuerOrItsDelegateSays(Status status, UnaryOperator<AnswerRecipe> change) throws Exception {
        assertThat(read(change, NOBODY_KNOWS).status()).isEqualTo(status);
    }

    static Stream<Arguments> hostileSigners() {
        return Stream.of(
                hostile("signature is wrong", answer -> answer.signedWith(TestAuthority.key("elsewhere"))),
                hostile(
                        "neither the issuer",
                        answer -> answer.signedBy(OTHERS.certificate(), OTHERS.keys())
                                .alone()),
                hostile("somebody else", answer -> answer.signedBy(OTHERS.certificate(), OTHERS.keys())),
                hostile("somebody else", answer -> answer.signedBy(ROOT.certificate(), ROOT.keys())),
                hostile("somebody else", answer -> delegated(answer, delegate(OTHERS, recipe -> recipe))),
                hostile("somebody else", answer -> delegated(answer, pretender())),
                hostile("may not sign", answer -> answer.signedBy(CARD, TestAuthority.key("card"))));
    }

    static Stream<Arguments> hostileDelegates() {
        return Stream.of(
                delegate("may not sign", recipe -> recipe.without(Extension.extendedKeyUsage)),
                delegate(
                        "may not sign",
                        recipe -> recipe.extension(
                                Extension.extendedKeyUsage,
                                false,
                                new ExtendedKeyUsage(KeyPurposeId.id_kp_clientAuth))),
                delegate(
                        "may not sign",
                        recipe -> recipe.extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyEncipherment))),
                delegate("out of date", recipe -> recipe.valid(NOW.minus(days(9)), NOW.minus(days(1)))),
                delegate("out of date", recipe -> recipe.valid(NOW.plus(days(1)), NOW.plus(days(9)))),
                delegate("somebody else", recipe -> recipe.algorithm("SHA1withRSA")),
                delegate("may be revoked", recipe -> recipe.without(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck)));
    }

    static Stream<Arguments> hostileContents() {
        return Stream.of(
                hostile("weak", answer -> answer.algorithm("SHA1withRSA")),
                hostile("weak", answer -> answer.algorithm("MD5withRSA")),
                hostile("another certificate", answer -> answer.about(BigInteger.TEN)),
                hostile("another certificate", answer -> answer.about(OTHERS)),
                hostile("another question", AnswerRecipe::otherNonce),
                hostile("critical", AnswerRecipe::critical),
                hostile("expired", answer -> answer.of(NOW.minus(days(2))).until(Optional.of(NOW))),
                hostile(
                        "expired",
                        answer -> answer.of(NOW.minus(Duration.ofHours(2))).until(Optional.empty())),
                hostile("from the future", answer -> answer.of(NOW.plus(Duration.ofHours(1)))),
                hostile("from the future", answer -> answer.producedAt(NOW.plus(Duration.ofHours(1)))));
    }

    @ParameterizedTest
    @MethodSource({"hostileSigners", "hostileDelegates", "hostileContents"})
    void refusesQuicklyWhatSomebodyElseSays(String why, UnaryOperator<AnswerRecipe> change) {
        byte[] answer = change.apply(new AnswerRecipe(PERSONS)).to(QUESTION.der());
        assertThatThrownBy(() -> read(answer, NOBODY_KNOWS)).isInstanceOf(OcspException.class);
        long start = System.nanoTime();
        assertThatThrownBy(() -> read(answer, NOBODY_KNOWS))
                .isInstanceOf(OcspException.class)
                .hasMessageContaining(why);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(100));
    }

    @Test
    void asksWhetherADelegateWithoutAMarkWasRevoked() throws Exception {
        X509Certificate unmarked =
                delegate(PERSONS, recipe -> recipe.without(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck));
        assertThat(read(answer -> delegated(answer, unmarked), ALL_GOOD).status())
                .isEqualTo(Status.GOOD);
    }

    @ParameterizedTest
    @ValueSource(
            ints = {OCSPResp.MALFORMED_REQUEST, OCSPResp.INTERNAL_ERROR, OCSPResp.TRY_LATER, OCSPResp.UNAUTHORIZED})
    void takesNoErrorForAnAnswer(int status) {
        assertThatThrownBy(() -> read(AnswerRecipe.error(status), ALL_GOOD))
                .isInstanceOf(OcspException.class)
                .hasMessageContaining("error " + status);
    }

    static Stream<Function<byte[], byte[]>> mutilations() {
        return Stream.of(
                good -> new byte[0],
                good -> Arrays.copyOf(good, good.length / 2),
                good -> Arrays.copyOf(good, good.length - 1),
                good -> new byte[60_000],
                good -> nested(30_000),
                good -> flipped(good, good.length - 3),
                good -> flipped(good, 2));
    }

    @ParameterizedTest
    @MethodSource("mutilations")
    void refusesWhatIsNoAnswer(Function<byte[], byte[]> mutilation) {
        byte[] good = new AnswerRecipe(PERSONS).to(QUESTION.der());
        assertThatThrownBy(() -> read(mutilation.apply(good), ALL_GOOD)).isInstanceOf(OcspException.class);
    }

    static Stream<Arguments> times() {
        return Stream.of(
                Arguments.of(Optional.of(NOW.plus(Duration.ofMinutes(10))), NOW.plus(Duration.ofMinutes(10))),
                Arguments.of(Optional.of(NOW.plus(days(7))), NOW.plus(Duration.ofHours(1))),
                Arguments.of(Optional.empty(), NOW.plus(Duration.ofMinutes(5))));
    }

    @ParameterizedTest
    @MethodSource("times")
    void isKeptForAnHourAtMost(Optional<Instant> nextUpdate, Instant until) throws Exception {
        assertThat(read(answer -> answer.until(nextUpdate), ALL_GOOD).until()).isEqualTo(until);
    }

    @Test
    void knowsAnAnswerThatWasMadeForIt() throws Exception {
        assertThat(read(answer -> answer, ALL_GOOD).fresh()).isTrue();
        assertThat(read(AnswerRecipe::withoutNonce, ALL_GOOD).fresh()).isFalse();
    }

    private static Answer read(UnaryOperator<AnswerRecipe> change, Revocation revocation) throws OcspException {
        return read(change.apply(new AnswerRecipe(PERSONS)).to(QUESTION.der()), revocation);
    }

    private static Answer read(byte[] answer, Revocation revocation) throws OcspException {
        return Answer.read(answer, QUESTION, new Signatory(PERSONS.certificate(), revocation, NOW));
    }

    private static AnswerRecipe delegated(AnswerRecipe answer, X509Certificate delegate) {
        return answer.signedBy(delegate, TestAuthority.key("responder"));
    }

    private static X509Certificate delegate(TestAuthority issuer, UnaryOperator<CertificateRecipe> change) {
        CertificateRecipe recipe = new CertificateRecipe(
                        new X500Name("C=FR,O=IMITATION,CN=REPONDEUR"),
                        TestAuthority.key("responder").getPublic())
                .extension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE);
        return change.apply(recipe).sign(issuer.subject(), issuer.keys().getPrivate());
    }

    /** Under the name of the issuer, with a signature of nobody it knows. */
    private static X509Certificate pretender() {
        return new CertificateRecipe(
                        new X500Name("C=FR,O=IMITATION,CN=REPONDEUR"),
                        TestAuthority.key("responder").getPublic())
                .extension(Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_OCSPSigning))
                .extension(OCSPObjectIdentifiers.id_pkix_ocsp_nocheck, false, DERNull.INSTANCE)
                .sign(PERSONS.subject(), TestAuthority.key("elsewhere").getPrivate());
    }

    private static byte[] flipped(byte[] good, int at) {
        byte[] bad = good.clone();
        bad[at] ^= 1;
        return bad;
    }

    /** Sequences in sequences of unknown end, as deep as the bytes allow. */
    private static byte[] nested(int depth) {
        byte[] deep = new byte[2 * depth];
        for (int i = 0; i < deep.length; i += 2) {
            deep[i] = 0x30;
            deep[i + 1] = (byte) 0x80;
        }
        return deep;
    }

    private static Arguments usable(Status status, UnaryOperator<AnswerRecipe> change) {
        return Arguments.of(status, change);
    }

    private static Arguments hostile(String why, UnaryOperator<AnswerRecipe> change) {
        return Arguments.of(why, change);
    }

    private static Arguments delegate(String why, UnaryOperator<CertificateRecipe> change) {
        return hostile(why, answer -> delegated(answer, delegate(PERSONS, change)));
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }
}
