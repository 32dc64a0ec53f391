package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.NoticePage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.Locale;
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
        events.has(
                event("SEND_RESET_PASSWORD").with("reason", "mail_handed_over").with("username", RPPS));
        events.has(event("UPDATE_CREDENTIAL"));
        events.hasNone("LOGIN");
        events.holdNowhere(account.email());
        doctor.sees(LoginPage::new).logsIn(RPPS, NEW_PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(account.email(), 2));
        doctor.sees(PortalPage::new).shows("amr", "otp");
    }

    /** A flow that was copied before there was a step of ours for the mail. */
    @Test
    void keycloaksOwnMailReachesTheOwnerAndTheLogSaysWhatItTells(
            World world, People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var off = Account.opened("899700218896");
        realm.accounts().create(off);
        realm.accounts().change(off.nationalId(), user -> user.setEnabled(false));
        realm.replaces("pro-sante mot de passe oublié", "pro-sante-reset-mail", "reset-credential-email");
        var mark = world.testbed().keycloak().log().mark();
        var doctor = people.somebody();
        var stranger = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail("8 9970 0098 769");
        stranger.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        stranger.sees(ForgottenPasswordPage::new).asksForMail(off.nationalId());

        assertThat(stranger.reads()).isEqualTo(doctor.reads());
        doctor.opens(letters.linkFor(account.email()));
        doctor.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        doctor.sees(LoginPage::new);
        events.has(event("SEND_RESET_PASSWORD").with("username", RPPS));
        assertThat(letters.countFor(off.email())).isZero();
        assertThat(world.testbed().keycloak().log().since(mark))
                .anyMatch(line -> line.contains("WARN")
                        && line.contains("realm " + realm.name() + " has no enabled step pro-sante-reset-mail"));
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
    void onlyTheLatestOfTwoLinksWorks(People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        asks(doctor);
        var former = letters.linkFor(account.email(), 1);
        asks(doctor.forgetsCookies());
        var latest = letters.linkFor(account.email(), 2);

        var stranger = people.somebody();
        stranger.opens(former).continuesIfAsked();
        stranger.sees(page -> new NoticePage(page, Wording.in(Locale.FRENCH).of("proSanteResetSuperseded")));
        events.has(refusal("RESET_PASSWORD_ERROR", "expired_code").with("reason", "link_superseded"));
        // A page of Keycloak's reloads itself in its first second where the login changes: each link has a tab of its
        // own.
        var tab = doctor.anotherTab();
        tab.opens(former).continuesIfAsked();
        tab.sees(page -> new NoticePage(page, Wording.in(Locale.FRENCH).of("proSanteResetSuperseded")));
        events.hasNone("UPDATE_CREDENTIAL");

        var phone = people.somebody();
        phone.opens(latest).continuesIfAsked();
        phone.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        phone.sees(LoginPage::new);
        events.has(event("UPDATE_CREDENTIAL"));
    }

    @Test
    void aLinkWorksOnce(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();
        asks(doctor);
        var link = letters.linkFor(account.email());
        doctor.opens(link);
        doctor.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);
        doctor.sees(LoginPage::new);

        var stranger = people.somebody();
        stranger.opens(link).continuesIfAsked();

        assertThat(stranger.reads()).doesNotContain("Nouveau mot de passe");
    }

    /** Where it is wanted that one mailbox does not open an account. */
    @Test
    void aNewPasswordWaitsForTheCard(People people, StoryRealm realm, Letterbox letters, CardBox cards) {
        var card = cards.card("medecin");
        var account = Account.opened(card.idNat());
        realm.accounts().create(account);
        realm.option("pro-sante-email-otp", "strongAuthAfterPassword", "true");
        var doctor = people.holderOf(card);
        doctor.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail(card.idNat());
        doctor.opens(letters.linkFor(account.email()));
        doctor.sees(NewPasswordPage::new).chooses(NEW_PASSWORD);

        doctor.sees(LoginPage::new).logsIn(card.idNat(), NEW_PASSWORD);
        doctor.sees(CodePage::new).says(Wording.in(Locale.FRENCH).of("proSanteOtpPasswordNewer"));
        assertThat(letters.countFor(account.email())).isEqualTo(1);

        doctor.sees(CodePage::new).startsAgain();
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new).logsOut();
        doctor.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), NEW_PASSWORD);
        doctor.sees(CodePage::new).types(letters.codeFor(account.email(), 2));
        doctor.sees(PortalPage::new);
    }

    private static void asks(Person person) {
        person.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        person.sees(ForgottenPasswordPage::new).asksForMail(RPPS);
    }

    @Test
    void whoHasNoAccountReadsTheSameAnswer(People people, StoryRealm realm, Letterbox letters, EventLog events) {
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
        events.has(refusal("SEND_RESET_PASSWORD_ERROR", "user_not_found").with("username", "899700218896"));
    }

    @Test
    void whoHasNoAddressOrIsSwitchedOffReadsTheSameAnswer(
            People people, StoryRealm realm, Letterbox letters, EventLog events) {
        realm.accounts().create(Account.opened(RPPS).withEmail(""));
        var off = Account.opened("899700218896");
        realm.accounts().create(off);
        realm.accounts().change(off.nationalId(), user -> user.setEnabled(false));
        var first = people.somebody();
        var second = people.somebody();

        asks(first);
        second.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        second.sees(ForgottenPasswordPage::new).asksForMail(off.nationalId());

        events.has(refusal("SEND_RESET_PASSWORD_ERROR", "invalid_email"));
        events.has(refusal("SEND_RESET_PASSWORD_ERROR", "user_disabled"));
        assertThat(second.reads()).isEqualTo(first.reads());
        assertThat(letters.countFor(off.email())).isZero();
    }
}
