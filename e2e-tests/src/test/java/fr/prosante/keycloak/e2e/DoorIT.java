package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NoticePage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The door in the hands of somebody who means harm. */
@Story
final class DoorIT {

    @Test
    void aDoorsLinkSentToADoctorOpensNothingForTheSender(
            CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var sender = people.somebody();
        var link = sender.opensPortal()
                .catchesAddress(() -> sender.sees(LoginPage::new).choosesCard());

        var doctor = people.holderOf(card);
        doctor.opens(link);

        events.hasNone("LOGIN");
        sender.opensPortal().sees(LoginPage::new);
        events.hasNone("LOGIN");
        doctor.opensPortal().sees(LoginPage::new);
    }

    @Test
    void aDoorsLinkWorksOnce(CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.holderOf(card);
        var link = doctor.opensPortal()
                .catchesAddress(() -> doctor.sees(LoginPage::new).choosesCard());

        doctor.opens(link).sees(PortalPage::new);
        var other = people.holderOf(card);
        other.opens(link);

        other.sees(page -> new NoticePage(page, Wording.in(Locale.FRENCH).of("proSanteCardDoorUnknownTicket")));
        assertThat(events.count(event("LOGIN"))).isEqualTo(1);
    }
}
