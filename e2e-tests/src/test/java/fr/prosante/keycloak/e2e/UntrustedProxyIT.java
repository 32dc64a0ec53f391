package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Proxies that nobody named, or that are everybody: one header would be all it takes to be a doctor. */
@Story
final class UntrustedProxyIT {

    @Test
    void theCardStepDoesNotStartWhereNoProxyIsNamedAndSaysWhy(World world, CardBox cards) {
        doesNotStart(
                Map.of("proxy-headers", "xforwarded"),
                "proxy-headers is set and proxy-trusted-addresses is not",
                world,
                cards);
    }

    @Test
    void theCardStepDoesNotStartWhereEverybodyIsAProxyAndSaysWhy(World world, CardBox cards) {
        doesNotStart(
                Map.of("proxy-headers", "xforwarded", "proxy-trusted-addresses", "192.0.2.1,0.0.0.0/0"),
                "proxy-trusted-addresses trusts 0.0.0.0/0",
                world,
                cards);
    }

    private static void doesNotStart(Map<String, String> options, String why, World world, CardBox cards) {
        try (var place = world.startsWithoutFront(options)) {
            var card = cards.card("medecin");
            place.realm().accounts().create(Account.opened(card.idNat()));
            for (var language : List.of(Locale.FRENCH, Locale.ENGLISH)) {
                var doctor = place.people().enter(Habits.in(language).withCard(card));

                doctor.opensPortal().sees(LoginPage::new).choosesCard();

                var page = doctor.sees(CardRefusedPage::new)
                        .isHeaded("proSanteCardInterruptedTitle", language)
                        .explains("proSanteCardRefusedProxyNotTrusted", language);
                place.realm()
                        .events()
                        .has(refusal("LOGIN_ERROR", "invalid_config")
                                .with("reason", "proxy_not_trusted")
                                .with("incident", page.incident()));
                page.choosesPassword();
                doctor.sees(LoginPage::new);
            }
            place.realm().events().hasNone("LOGIN");
            assertThat(place.keycloak().log().lines("the card step of realm pro-sante does not work"))
                    .isNotEmpty()
                    .allMatch(line -> line.contains("ERROR") && line.contains(why));
        }
    }
}
