package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "igc-sante-test, '', true",
        "igc-sante-test, card, false",
        "files, '', false",
        "files, card, false",
        "files, card##test-card, true",
        "files, test-software, true",
        "igc-sante, '', false",
        "igc-sante, card##test-card, false",
    })
    void acceptsTestCardsWhereSomebodyAskedForThem(String anchorSet, String categories, boolean accepted) {
        CardSettings settings =
                settings(Map.of("anchorSet", anchorSet, "anchorFiles", "/a.pem", "categories", categories));
        assertThat(settings.acceptsTestCards()).isEqualTo(accepted);
        assertThat(settings.rules().categories()).isNotEmpty().allMatch(category -> accepted || !category.forTests());
    }

    @Test
    void takesNoSoftwareForACardUnlessTold() {
        assertThat(settings(Map.of("anchorSet", "igc-sante-test")).rules().categories())
                .containsExactlyInAnyOrder(ProductCategory.CARD, ProductCategory.TEST_CARD);
        assertThat(settings(Map.of("anchorSet", "files", "anchorFiles", "/a.pem"))
                        .rules()
                        .categories())
                .containsExactly(ProductCategory.CARD);
    }

    /** They may be missing: a realm that was tried with files goes on to the production authorities. */
    @ParameterizedTest
    @CsvSource({"igc-sante, false", "igc-sante-test, true", "files, true"})
    void readsFilesWhereTheyCount(String anchorSet, boolean read) {
        CardSettings settings = settings(Map.of("anchorSet", anchorSet, "anchorFiles", "/a.pem"));
        assertThat(settings.anchorFiles()).isEqualTo(read ? List.of(Path.of("/a.pem")) : List.of());
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
