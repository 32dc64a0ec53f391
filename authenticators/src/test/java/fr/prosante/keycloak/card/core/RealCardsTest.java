package fr.prosante.keycloak.card.core;

import static fr.prosante.keycloak.card.testing.TestAuthority.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.testing.CertificateRecipe;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.io.InputStream;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published test certificates against the published test authorities. */
final class RealCardsTest {

    private static final Instant THEN = Instant.parse("2019-01-01T00:00:00Z");

    /** The authority of the first is not published; that of the last is of another generation. */
    @ParameterizedTest
    @CsvSource({
        "cps-fort-auth-kine-rpps-899700252580, UNKNOWN_ISSUER",
        "cpe-standard-auth-finess-30B0057881_CPET0002,",
        "cpe-standard-auth-BROKEN-SIGNATURE, UNKNOWN_ISSUER",
        "cps2ter-auth-medecin-adeli-00B1058110, UNKNOWN_ISSUER",
    })
    void areJudgedByTheirAuthorities(String name, @Nullable CardFault fault) throws Exception {
        Verdict verdict = judge(Set.of()).judge(real(name), THEN);
        assertThat(verdict.fault()).isEqualTo(Optional.ofNullable(fault));
        assertThat(verdict.holder().isPresent()).isEqualTo(fault == null);
    }

    @Test
    void areRefusedWhenTheyAreOldOrTheirAuthorityWasNotChosen() throws Exception {
        Optional<X509Certificate> card = real("cpe-standard-auth-finess-30B0057881_CPET0002");
        assertThat(judge(Set.of()).judge(card, NOW).fault()).contains(CardFault.EXPIRED);
        assertThat(judge(Set.of("TEST AC IGC-SANTE FORT PERSONNES"))
                        .judge(card, THEN)
                        .fault())
                .contains(CardFault.ISSUER_NOT_ALLOWED);
    }

    private static CardJudge judge(Set<String> issuers) {
        return new CardJudge(
                new Trust(Authorities.igcSanteTest(), issuers),
                new CardRules(
                        Set.of(ProductCategory.TEST_CARD),
                        Set.of(CardType.CPE),
                        Set.of(),
                        false,
                        false,
                        KeyCheck.STRICT),
                (certificate, issuer, now) -> Revocation.Status.GOOD);
    }

    private static Optional<X509Certificate> real(String name) throws Exception {
        try (InputStream stream = Objects.requireNonNull(RealCardsTest.class.getResourceAsStream(name + ".cer"))) {
            return Optional.of(CertificateRecipe.parse(stream.readAllBytes()));
        }
    }
}
