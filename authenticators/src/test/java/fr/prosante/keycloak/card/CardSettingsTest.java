package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.models.AuthenticatorConfigModel;

final class CardSettingsTest {

    @Test
    void trustsProductionCardsOfProfessionalsByDefault() {
        CardSettings settings = CardSettings.of(null);
        assertThat(settings.anchorSet()).isEqualTo(AnchorSet.IGC_SANTE);
        assertThat(settings.issuers())
                .containsExactlyInAnyOrder("AC IGC-SANTE FORT PERSONNES", "AC IGC-SANTE STANDARD PERSONNES");
        assertThat(settings.rules().categories()).containsExactly(ProductCategory.CARD);
        assertThat(settings.rules().types()).containsExactlyInAnyOrder(CardType.values());
        assertThat(settings.rules().checkRevocation()).isTrue();
        assertThat(settings.rules().acceptWhenCannotTell()).isFalse();
        assertThat(settings.acceptsTestCards()).isFalse();
        assertThat(settings.door()).isEmpty();
        assertThat(settings.ticketSeconds()).isEqualTo(60);
    }

    @Test
    void neverAcceptsTestCardsBesideTheProductionAuthorities() {
        assertThat(settings(Map.of("categories", "card##test-card")).rules().categories())
                .containsExactly(ProductCategory.CARD);
        assertThat(CardSettings.contradictions(Map.of("categories", "card##test-card")))
                .isNotEmpty();
    }

    @Test
    void acceptsTestCardsWithOtherAuthorities() {
        assertThat(settings(Map.of("anchorSet", "igc-sante-test")).acceptsTestCards())
                .isTrue();
        assertThat(settings(Map.of("anchorSet", "files", "anchorFiles", "/a.pem"))
                        .rules()
                        .categories())
                .contains(ProductCategory.TEST_CARD)
                .doesNotContain(ProductCategory.SOFTWARE);
    }

    @Test
    void wantsFilesForASetOfFiles() {
        assertThat(new CardAuthenticatorFactory().problems(Map.of("anchorSet", "files", "ticketSeconds", "1")))
                .hasSize(2);
    }

    private static CardSettings settings(Map<String, String> values) {
        AuthenticatorConfigModel config = new AuthenticatorConfigModel();
        config.setConfig(values);
        return CardSettings.of(config);
    }
}
