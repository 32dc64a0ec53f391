package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

@Story
final class FirstLoginIT {

    private static final String EMAIL = "jeanne.martin@exemple.test";

    @Test
    void aDoctorOpensAnAccountWithTheCardAcceptsTheCharterAndIsIn(
            CardBox cards, People people, StoryRealm realm, EventLog events) {
        var card = cards.card("medecin");
        var doctor = people.holderOf(card);

        doctor.opensPortal().sees(LoginPage::new).offersItsDoors().choosesCard();
        var account = doctor.sees(AccountPage::new)
                .showsLocked("Nom", "MARTIN")
                .showsLocked("Prénom", "JEANNE")
                .showsLocked("Profession", "Médecin")
                .showsLocked("Spécialité", "Qualifié en Médecine générale (SM)");
        account.isIn("fr");
        assertThat(realm.accounts().count())
                .as("nothing is created before the form is valid")
                .isZero();
        account.fillsIn(EMAIL, Account.PASSWORD).submits();

        doctor.sees(CharterPage::new).hasItsBoxAtTheBottom().validates();
        doctor.sees(CharterPage::new)
                .saysAt(CharterPage.BOX, Wording.in(Locale.FRENCH).of("proSanteCharterUnticked"));
        doctor.sees(CharterPage::new).accepts();

        doctor.sees(PortalPage::new)
                .showsExactly("national_id", card.idNat())
                .showsExactly("rpps", card.idNat().substring(1))
                .showsExactly("family_name", "MARTIN")
                .showsExactly("given_name", "JEANNE")
                .showsExactly("profession", "Médecin")
                .showsExactly("specialities", "Qualifié en Médecine générale (SM)")
                .shows("amr", "sc");
        events.has(event("REGISTER").with("username", card.idNat()));
        assertThat(events.count(event("REGISTER").with("email", EMAIL))).isZero();
        events.has(event("LOGIN").with("username", card.idNat()));
        var stored = realm.accounts().ofNationalId(card.idNat()).orElseThrow();
        assertThat(stored.getEmail()).isEqualTo(EMAIL);
        assertThat(stored.getAttributes())
                .containsKeys("strongAuthAt", "charterSha256", "charterAcceptedAt")
                .containsEntry("strongAuthMethod", List.of("card"))
                .containsEntry("charterLanguage", List.of("fr"))
                .containsEntry("streetAddress", List.of("12 rue des Lilas"));
    }

    @Test
    void worksInEnglishAndWithoutScript(CardBox cards, People people) {
        var midwife = people.enter(Habits.english().withoutScript().withCard(cards.card("numero-en-tete")));

        midwife.opensPortal().sees(LoginPage::new).offersItsDoors().choosesCard();
        var account = midwife.sees(AccountPage::new);
        account.isIn("en");
        account.fillsIn("sage.femme@exemple.test", Account.PASSWORD).submits();
        midwife.sees(CharterPage::new).accepts();

        midwife.sees(PortalPage::new)
                .showsExactly("family_name", "DE LA FONTAINE-LEROY")
                .shows("profession", "Sage-Femme")
                .shows("amr", "sc");
    }

    @Test
    void accentsAndApostrophesArriveWhole(CardBox cards, People people) {
        var therapist = people.holderOf(cards.card("accents-apostrophe"));

        therapist.opensPortal().sees(LoginPage::new).choosesCard();
        therapist
                .sees(AccountPage::new)
                .showsLocked("Prénom", "ANAÏS")
                .showsLocked("Nom", "D'HÉRICOURT-ŒUVRÉ")
                .fillsIn("anais@exemple.test", Account.PASSWORD)
                .submits();
        therapist.sees(CharterPage::new).accepts();

        therapist.sees(PortalPage::new).showsExactly("family_name", "D'HÉRICOURT-ŒUVRÉ");
    }

    @Test
    void twoSpecialitiesAreBothShownAndToldToThePortal(CardBox cards, People people) {
        var doctor = people.holderOf(cards.card("medecin-deux-specialites"));

        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new)
                .fillsIn("deux@exemple.test", Account.PASSWORD)
                .submits();
        doctor.sees(CharterPage::new).accepts();

        doctor.sees(PortalPage::new).shows("speciality_codes", "SM04").shows("speciality_codes", "SM40");
    }

    @Test
    void anAccountThatAnAdministratorPreparedIsCompletedAndNotDoubled(CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("pharmacien");
        realm.accounts().create(Account.prepared(card.idNat()));
        var pharmacist = people.holderOf(card);

        pharmacist.opensPortal().sees(LoginPage::new).choosesCard();
        pharmacist
                .sees(AccountPage::new)
                .fillsIn("officine@exemple.test", Account.PASSWORD)
                .submits();
        pharmacist.sees(CharterPage::new).accepts();

        pharmacist.sees(PortalPage::new).showsExactly("national_id", card.idNat());
        assertThat(realm.accounts().count()).isEqualTo(1);
    }
}
