package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Story
final class MailDownIT {

    private static final String RPPS = "899700098769";

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theMailServerIsDownAndComesBack(
            Locale language, People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.enter(Habits.in(language));
        letters.breaksDown();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        var page = doctor.sees(CodePage::new);
        page.says(Wording.in(language).of("proSanteOtpFailed"));
        page.doesNotSay(language.equals(Locale.FRENCH) ? "vous a été envoyé" : "was sent to you");
        events.has(event("SEND_VERIFY_EMAIL_ERROR"));

        letters.areDeliveredAgain();
        doctor.sees(CodePage::new).asksForAnother();
        doctor.sees(CodePage::new).types(letters.codeFor(account.email()));

        doctor.sees(PortalPage::new);
    }
}
