package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.CardRules;
import fr.prosante.keycloak.card.core.CardType;
import fr.prosante.keycloak.card.core.ProductCategory;
import fr.prosante.keycloak.config.Problem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/**
 * The options of one execution, read.
 *
 * @param anchorFiles none with the production authorities, whose set nothing completes: a file that nobody reads may be missing
 */
record CardSettings(
        Optional<DoorAddress> door,
        AnchorSet anchorSet,
        List<Path> anchorFiles,
        Set<String> issuers,
        CardRules rules,
        RevocationMode revocation,
        List<URI> crlUrls,
        int ticketSeconds) {

    private static final List<String> PROFESSIONAL_GRADES = List.of("FORT", "STANDARD");

    static CardSettings of(@Nullable AuthenticatorConfigModel config) {
        AnchorSet anchorSet = CardOptions.ANCHOR_SET.value(config);
        return new CardSettings(
                CardOptions.DOOR_BASE_URL.value(config),
                anchorSet,
                anchorSet == AnchorSet.IGC_SANTE ? List.of() : CardOptions.ANCHOR_FILES.value(config),
                issuers(anchorSet, CardOptions.ISSUERS.value(config)),
                rules(anchorSet, config),
                CardOptions.REVOCATION.value(config),
                CardOptions.CRL_URLS.value(config),
                CardOptions.TICKET_SECONDS.value(config));
    }

    /** What each option allows and all of them together do not. */
    static List<Problem> contradictions(Map<String, String> config) {
        List<Problem> found = new ArrayList<>();
        AnchorSet anchorSet = CardOptions.ANCHOR_SET.value(config);
        if (anchorSet == AnchorSet.FILES
                && CardOptions.ANCHOR_FILES.value(config).isEmpty()) {
            found.add(Problem.of(
                    "proSanteSettingAnchorFiles",
                    CardOptions.ANCHOR_FILES.labelKey(),
                    CardOptions.ANCHOR_SET.labelKey()));
        }
        boolean forTests = CardOptions.CATEGORIES.value(config).stream().anyMatch(ProductCategory::forTests);
        if (anchorSet == AnchorSet.IGC_SANTE && forTests) {
            found.add(Problem.of("proSanteSettingTestCards", CardOptions.CATEGORIES.labelKey()));
        }
        return found;
    }

    private static CardRules rules(AnchorSet anchorSet, @Nullable AuthenticatorConfigModel config) {
        List<CardType> types = CardOptions.TYPES.value(config);
        return new CardRules(
                categories(anchorSet, CardOptions.CATEGORIES.value(config)),
                types.isEmpty() ? EnumSet.allOf(CardType.class) : Set.copyOf(types),
                Set.copyOf(CardOptions.POLICIES.value(config)),
                CardOptions.REVOCATION.value(config) != RevocationMode.OFF,
                CardOptions.CANNOT_TELL.value(config) == CannotTell.ACCEPT,
                CardOptions.KEY_CHECK.value(config));
    }

    /**
     * Test cards are accepted where somebody asked for them: with the set of tests, or ticked beside files; never beside the
     * production authorities, whatever is ticked.
     */
    private static Set<ProductCategory> categories(AnchorSet anchorSet, List<ProductCategory> chosen) {
        if (chosen.isEmpty()) {
            return anchorSet == AnchorSet.IGC_SANTE_TEST
                    ? Set.of(ProductCategory.CARD, ProductCategory.TEST_CARD)
                    : Set.of(ProductCategory.CARD);
        }
        Set<ProductCategory> categories = EnumSet.copyOf(chosen);
        if (anchorSet == AnchorSet.IGC_SANTE) {
            categories.removeIf(ProductCategory::forTests);
        }
        return categories;
    }

    /** The authorities of cards in the sets of the ANS; the ELEMENTAIRE one signs software keys. Files: all of them. */
    private static Set<String> issuers(AnchorSet anchorSet, List<String> chosen) {
        if (!chosen.isEmpty() || anchorSet == AnchorSet.FILES) {
            return Set.copyOf(chosen);
        }
        String prefix = anchorSet == AnchorSet.IGC_SANTE ? "" : "TEST ";
        return Set.copyOf(PROFESSIONAL_GRADES.stream()
                .map(grade -> prefix + "AC IGC-SANTE " + grade + " PERSONNES")
                .toList());
    }

    /** Whether a card that is worth nothing outside a test can open the door: every page then says so. */
    boolean acceptsTestCards() {
        return rules.categories().stream().anyMatch(ProductCategory::forTests);
    }

    KeyCheck keyCheck() {
        return rules.keyCheck();
    }
}
