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
import org.junit.jupiter.api.Test;

/** The published test certificates against the published test authorities. */
final class RealCardsTest {

    @Test
    void chainsARealCardAndRefusesItsBrokenTwin() throws Exception {
        CardRules rules = new CardRules(
                Set.of(ProductCategory.TEST_CARD), Set.of(CardType.CPE), Set.of(), false, false, KeyCheck.STRICT);
        CardJudge judge = new CardJudge(
                new Trust(Authorities.igcSanteTest(), Set.of()),
                rules,
                (certificate, issuer, now) -> Revocation.Status.GOOD);
        Instant then = Instant.parse("2019-01-01T00:00:00Z");
        Optional<X509Certificate> card = real("cpe-standard-auth-finess-30B0057881_CPET0002");
        assertThat(judge.judge(card, then).holder()).isPresent();
        assertThat(judge.judge(card, NOW).fault()).contains(CardFault.EXPIRED);
        assertThat(judge.judge(real("cpe-standard-auth-BROKEN-SIGNATURE"), then).fault())
                .contains(CardFault.UNKNOWN_ISSUER);
        assertThat(judge.judge(real("cps2ter-auth-medecin-adeli-00B1058110"), then)
                        .fault())
                .contains(CardFault.UNKNOWN_ISSUER);
    }

    private static Optional<X509Certificate> real(String name) throws Exception {
        try (InputStream stream = Objects.requireNonNull(RealCardsTest.class.getResourceAsStream(name + ".cer"))) {
            return Optional.of(CertificateRecipe.parse(stream.readAllBytes()));
        }
    }
}
