package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;

import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The door without a front: Keycloak ends TLS itself and asks every visitor for a card. */
@Story
final class SameOriginDoorIT {

    @Test
    void aCardOpensTheServiceAndARevokedOneDoesNot(World world, CardBox cards) {
        try (var place = world.startsWithoutFront()) {
            var card = cards.card("medecin");
            place.realm().accounts().create(Account.opened(card.idNat()));
            var doctor = place.people().holderOf(card);
            var other = place.people().holderOf(cards.card("carte-revoquee"));
            var somebody = place.people().somebody();

            doctor.opensPortal().sees(LoginPage::new).offersItsDoors().choosesCard();
            other.opensPortal().sees(LoginPage::new).choosesCard();
            somebody.opensPortal().sees(LoginPage::new).choosesCard();

            doctor.sees(PortalPage::new).showsExactly("amr", "sc", "pin", "mfa");
            other.sees(CardRefusedPage::new).explains("proSanteCardRefusedRevoked", Locale.FRENCH);
            somebody.sees(CardRefusedPage::new).explains("proSanteCardRefusedNoCertificate", Locale.FRENCH);
            place.realm().events().has(event("LOGIN").with("username", card.idNat()));
            place.realm()
                    .events()
                    .has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "revoked"));
        }
    }
}
