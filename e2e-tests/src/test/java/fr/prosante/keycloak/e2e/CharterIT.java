package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CharterDeclinedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

@Story
final class CharterIT {

    private static final String RPPS = "899700098769";

    @Test
    void aNewVersionIsAskedForAtTheNextLogin(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();

        realm.action("pro-sante-charter", action -> action.setConfig(Map.of("version", "2")));
        loginByCode(doctor, account, letters);
        doctor.sees(CharterPage::new).says("Version 2");
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new);

        assertThat(realm.accounts().ofNationalId(RPPS).orElseThrow().getAttributes())
                .containsEntry("charterVersion", List.of("2"))
                .containsEntry("charterLanguage", List.of("fr"));
    }

    @Test
    void whoDeclinesIsLoggedOutPolitelyAndNothingIsStored(
            People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS).with("charterVersion", "0").with("charterSha256", "");
        realm.accounts().create(account);
        var doctor = people.somebody();

        loginByCode(doctor, account, letters);
        doctor.sees(CharterPage::new).declines();
        var answer = doctor.sees(CharterDeclinedPage::new);

        answer.says(Wording.in(Locale.FRENCH).of("proSanteCharterDeclinedText"));
        events.has(refusal("CUSTOM_REQUIRED_ACTION_ERROR", "rejected_by_user").with("charter_version", "1"));
        events.hasNone("LOGIN");
        assertThat(realm.accounts().ofNationalId(RPPS).orElseThrow().getAttributes())
                .containsEntry("charterVersion", List.of("0"));
        doctor.opensPortal().sees(LoginPage::new);
    }

    @Test
    void whoDeclinesInEnglishIsAnsweredInEnglish(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS).with("charterVersion", "0");
        realm.accounts().create(account);
        var doctor = people.enter(Habits.english());

        loginByCode(doctor, account, letters);
        doctor.sees(CharterPage::new).validates();
        doctor.sees(CharterPage::new)
                .saysAt(CharterPage.BOX, Wording.in(Locale.ENGLISH).of("proSanteCharterUnticked"));
        doctor.sees(CharterPage::new).declines();

        doctor.sees(CharterDeclinedPage::new).isIn("en");
    }

    @Test
    void theAdministratorsOwnTextIsShown(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS).with("charterVersion", "0");
        realm.accounts().create(account);
        var doctor = people.somebody();

        realm.text("fr", "proSanteCharterText", "# Règles du service\n\nSoyez aimables.");
        loginByCode(doctor, account, letters);
        doctor.sees(CharterPage::new).says("Soyez aimables.");
    }

    private static void loginByCode(Person person, Account account, Letterbox letters) {
        person.opensPortal().sees(LoginPage::new).logsIn(account.nationalId(), Account.PASSWORD);
        person.sees(CodePage::new).types(letters.codeFor(account.email()));
    }
}
