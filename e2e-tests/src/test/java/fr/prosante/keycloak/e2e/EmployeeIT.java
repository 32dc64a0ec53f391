package fr.prosante.keycloak.e2e;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** People who work in an establishment: their cards tell the establishment, and not always a name. */
@Story
final class EmployeeIT {

    @Test
    void aCardWithoutNamesAsksForThem(CardBox cards, People people) {
        var card = cards.card("cpe-sans-nom");
        var employee = people.holderOf(card);

        employee.opensPortal().sees(LoginPage::new).choosesCard();
        employee.sees(AccountPage::new)
                .fillsIn("accueil@exemple.test", Account.PASSWORD)
                .submits();
        var page = employee.sees(AccountPage::new);
        page.saysAt("lastName", Wording.in(Locale.FRENCH).of("proSanteAccountFamilyNameMissing"));
        page.fills(Map.of("lastName", "DUPONT", "firstName", "Alice"))
                .fillsIn("accueil@exemple.test", Account.PASSWORD)
                .submits();
        employee.sees(CharterPage::new).accepts();

        employee.sees(PortalPage::new)
                .showsExactly("national_id", card.idNat())
                .showsExactly("family_name", "DUPONT")
                .showsExactly("given_name", "Alice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cpe", "cpa"})
    void aCardWithNamesShowsThemAndTheEstablishment(String name, CardBox cards, People people) {
        var card = cards.card(name);
        var employee = people.holderOf(card);

        employee.opensPortal().sees(LoginPage::new).choosesCard();
        employee.sees(AccountPage::new)
                .showsLocked("Nom", card.holder().surname().orElseThrow())
                .showsLocked("Structure", "HOPITAL IMITATION")
                .doesNotAskFor("lastName")
                .fillsIn(name + "@exemple.test", Account.PASSWORD)
                .submits();
        employee.sees(CharterPage::new).accepts();

        employee.sees(PortalPage::new).showsExactly("national_id", card.idNat());
    }
}
