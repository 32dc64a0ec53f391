package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.keycloak.representations.idm.CredentialRepresentation;

/** Mails about what happened to an account, where the realm wants them. */
@Story
final class NoticeIT {

    private static final String RPPS = "899700098769";
    private static final String SERVICE = "Portail Pro Santé";

    @Test
    void aLoginIsTold(Visitors visitors, StoryRealm realm, Letterbox letters) {
        listens(realm, "pro-sante-login-notice");
        var account = Account.opened(RPPS);
        realm.accounts().create(account);

        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        assertThat(doctor.types(letters.codeFor(account.email())).isIn()).isTrue();

        var notice = letters.letterFor(account.email(), 2);
        assertThat(notice.subject()).isEqualTo(Wording.in(Locale.FRENCH).of("proSanteNoticeLoginSubject", SERVICE));
        assertThat(notice.text()).contains("portail").contains("prévenez l’assistance");
        assertThat(notice.html()).contains("portail");
    }

    @Test
    void aSessionIsToldOnceAndTheNextOneAgain(Visitors visitors, StoryRealm realm, Letterbox letters) {
        listens(realm, "pro-sante-login-notice");
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        assertThat(doctor.types(letters.codeFor(account.email())).isIn()).isTrue();
        letters.letterFor(account.email(), 2);

        assertThat(doctor.visitor().isIn(doctor.visitor().arrives())).isTrue();

        // Its code and its notice; the portal's second visit has brought none in between.
        var elsewhere = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        assertThat(elsewhere.types(letters.codeFor(account.email(), 3)).isIn()).isTrue();
        assertThat(letters.letterFor(account.email(), 4).subject())
                .isEqualTo(Wording.in(Locale.FRENCH).of("proSanteNoticeLoginSubject", SERVICE));
        assertThat(letters.countFor(account.email())).isEqualTo(4);
    }

    @Test
    void aPasswordThatItsOwnerChangedIsTold(People people, StoryRealm realm, Letterbox letters) {
        listens(realm, "pro-sante-password-notice");
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(account.email()));
        doctor.sees(PortalPage::new);

        doctor.opensPortalWith("kc_action=UPDATE_PASSWORD")
                .sees(NewPasswordPage::new)
                .chooses("Camomille-Melisse-17");

        doctor.sees(PortalPage::new);
        assertThat(letters.letterFor(account.email(), 2).subject())
                .isEqualTo(Wording.in(Locale.FRENCH).of("proSanteNoticePasswordSubject", SERVICE));
        assertThat(letters.countFor(account.email())).isEqualTo(2);
    }

    @Test
    void aPasswordThatAnAdministratorSetIsTold(StoryRealm realm, Letterbox letters) {
        // Deeds of administrators reach listeners as admin events.
        listens(realm, "pro-sante-password-notice");
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue("Camomille-Melisse-17");

        realm.administered()
                .users()
                .get(realm.accounts().ofNationalId(RPPS).orElseThrow().getId())
                .resetPassword(password);

        assertThat(letters.letterFor(account.email(), 1).subject())
                .isEqualTo(Wording.in(Locale.FRENCH).of("proSanteNoticePasswordSubject", SERVICE));
    }

    @Test
    void withoutTheListenerNothingIsSent(Visitors visitors, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);

        assertThat(doctor.types(letters.codeFor(account.email())).isIn()).isTrue();

        assertThat(letters.countFor(account.email())).isEqualTo(1);
    }

    private static void listens(StoryRealm realm, String listener) {
        realm.changed(one -> one.getEventsListeners().add(listener));
    }
}
