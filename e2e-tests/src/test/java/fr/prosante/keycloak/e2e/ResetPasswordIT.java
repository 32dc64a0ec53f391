package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import org.junit.jupiter.api.Test;

@Story
final class ResetPasswordIT {

    private static final String RPPS = "899700098769";
    private static final String NEW_PASSWORD = "Camomille-Melisse-17";

    @Test
    void aForgottenPasswordIsReplacedAndOneStaysOutside(
            People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail("8 9970 0098 769");
        doctor.opens(letters.linkFor(account.email()));
        doctor.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);

        doctor.sees(LoginPage::new);
        assertThat(doctor.reads()).contains("Votre mot de passe est changé. Connectez-vous.");
        events.has(event("UPDATE_CREDENTIAL"));
        events.hasNone("LOGIN");
        doctor.sees(LoginPage::new).logsIn(RPPS, NEW_PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(account.email(), 2));
        doctor.sees(PortalPage::new).shows("amr", "otp");
    }

    @Test
    void theLinkInAnotherBrowserEndsOutsideToo(People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail(RPPS);
        var link = letters.linkFor(account.email());

        var phone = people.somebody();
        phone.opens(link).continuesIfAsked();
        phone.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        phone.sees(LoginPage::new);

        events.has(event("UPDATE_CREDENTIAL"));
        events.hasNone("LOGIN");
        phone.opensPortal().sees(LoginPage::new);
    }

    @Test
    void whoHasNoAccountReadsTheSameAnswer(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var known = people.somebody();
        var unknown = people.somebody();

        known.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        known.sees(ForgottenPasswordPage::new).asksForMail(RPPS);
        unknown.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        unknown.sees(ForgottenPasswordPage::new).asksForMail("899700218896");

        letters.letterFor(account.email(), 1);
        assertThat(unknown.reads()).isEqualTo(known.reads());
    }
}
