package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
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
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What « Créer mon compte » does not take. */
@Story
final class AccountRefusalIT {

    private static final String EMAIL = "jeanne.martin@exemple.test";

    @ParameterizedTest
    @CsvSource({
        "fr, court-1A, Le mot de passe doit compter au moins 12 caractères.",
        "en, court-1A, The password must have at least 12 characters.",
        "fr, tilleul-verveine-42, Le mot de passe doit contenir au moins 1 majuscule.",
        "en, TILLEUL-VERVEINE-42, The password must have at least 1 lower-case letter.",
        "fr, Tilleul-Verveine, Le mot de passe doit contenir au moins 1 chiffre.",
        "fr, TilleulVerveine42, Le mot de passe doit contenir au moins 1 caractère spécial.",
    })
    void aWeakPassword(
            Locale language,
            String weak,
            String said,
            CardBox cards,
            People people,
            StoryRealm realm,
            EventLog events) {
        var doctor = atTheAccountPage(people.enter(Habits.in(language).withCard(cards.card("medecin"))));

        doctor.sees(AccountPage::new).fillsIn(EMAIL, weak).submits();

        var page = doctor.sees(AccountPage::new);
        page.saysAt("password-new", said);
        events.has(refusal("REGISTER_ERROR", "invalid_registration").with("reason", "password-new"));
        assertThat(realm.accounts().count()).isZero();
        page.fillsIn(EMAIL, Account.PASSWORD).submits();
        doctor.sees(CharterPage::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anAddressThatSomebodyElseUses(
            Locale language, CardBox cards, People people, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened("899700098769").withEmail(EMAIL));
        var doctor = atTheAccountPage(people.enter(Habits.in(language).withCard(cards.card("medecin"))));

        doctor.sees(AccountPage::new).fillsIn(EMAIL, Account.PASSWORD).submits();

        var page = doctor.sees(AccountPage::new);
        page.saysAt("email", Wording.in(language).of("proSanteAccountEmailTaken"));
        events.has(refusal("REGISTER_ERROR", "email_in_use").with("reason", "email"));
        assertThat(realm.accounts().count()).isEqualTo(1);
        page.fillsIn("autre@exemple.test", Account.PASSWORD).submits();
        doctor.sees(CharterPage::new);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, email, pas-une-adresse, proSanteAccountEmailShape",
        "en, email, pas-une-adresse, proSanteAccountEmailShape",
        "fr, email-confirm, autre@exemple.test, proSanteAccountEmailDiffers",
        "en, email-confirm, autre@exemple.test, proSanteAccountEmailDiffers",
        "fr, password-confirm, Tilleul-Verveine-43, proSanteAccountPasswordDiffers",
        "en, password-confirm, Tilleul-Verveine-43, proSanteAccountPasswordDiffers",
        "fr, streetAddress, '', proSanteAccountStreetMissing",
        "fr, postalCode, 123, proSanteAccountPostalCodeShape",
        "en, locality, '', proSanteAccountLocalityMissing",
    })
    void aFieldFilledInWrongly(
            Locale language,
            String field,
            String typed,
            String sentence,
            CardBox cards,
            People people,
            StoryRealm realm) {
        var doctor = atTheAccountPage(people.enter(Habits.in(language).withCard(cards.card("medecin"))));

        doctor.sees(AccountPage::new)
                .fillsIn(EMAIL, Account.PASSWORD)
                .fills(Map.of(field, typed))
                .submits();

        doctor.sees(AccountPage::new).saysAt(field, Wording.in(language).of(sentence));
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void namesSentAlongWithTheFormDoNotReplaceTheOnesOfTheCard(CardBox cards, People people) {
        var doctor = atTheAccountPage(people.holderOf(cards.card("medecin")));

        doctor.sees(AccountPage::new)
                .fillsIn(EMAIL, Account.PASSWORD)
                .smuggles("lastName", "IMPOSTEUR")
                .smuggles("username", "899700218896")
                .smuggles("profession", "Pharmacien")
                .submits();
        doctor.sees(CharterPage::new).accepts();

        doctor.sees(PortalPage::new).showsExactly("family_name", "MARTIN").showsExactly("profession", "Médecin");
    }

    private static Person atTheAccountPage(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesCard();
        return person;
    }
}
