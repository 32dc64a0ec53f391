package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import org.junit.jupiter.api.Test;

@Story
final class CardAgainIT {

    @Test
    void aKnownCardOpensTheServiceAtOnce(CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.holderOf(card);

        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        doctor.sees(PortalPage::new).showsExactly("amr", "sc", "pin", "mfa").saysMeans("carte CPS");
        events.has(event("LOGIN").with("username", card.idNat()));
        events.hasNone("REGISTER");
    }

    @Test
    void aRenewedCardLeadsToTheSameAccount(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var before = realm.accounts().ofNationalId(card.idNat()).orElseThrow();
        var doctor = people.holderOf(cards.card("medecin-carte-renouvelee"));

        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        doctor.sees(PortalPage::new).showsExactly("sub", before.getId());
        assertThat(realm.accounts().count()).isEqualTo(1);
    }

    @Test
    void wrongPasswordsOfSomebodyElseDoNotLockTheCardOut(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.holderOf(card);
        doctor.opensPortal();
        for (int error = 0; error < 5; error++) {
            doctor.sees(LoginPage::new).logsIn(card.idNat(), "Tilleul-Verveine-43");
        }
        realm.accounts().isLocked(card.idNat());

        doctor.sees(LoginPage::new).choosesCard();

        doctor.sees(PortalPage::new).showsExactly("amr", "sc", "pin", "mfa");
    }

    @Test
    void aNewProfessionOnTheCardIsTakenOverAndRecorded(
            CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("pharmacien");
        realm.accounts().create(Account.opened(card.idNat()));
        var pharmacist = people.holderOf(card);

        pharmacist.opensPortal().sees(LoginPage::new).choosesCard();

        pharmacist
                .sees(PortalPage::new)
                .showsExactly("profession", "Pharmacien")
                .showsExactly("family_name", "OFFICINE");
        events.has(event("UPDATE_PROFILE"));
    }

    @Test
    void whoIsLoggedInIsNotAskedAgain(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.holderOf(card);
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);

        doctor.opensPortal().sees(PortalPage::new);
    }
}
