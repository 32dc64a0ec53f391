package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.browser.Violations;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.pages.LanguageSwitch;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NewPasswordPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.Enrolled;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's own pages that a professional may meet, in both languages, looked at as those of the journey. */
@Story
final class OtherPagesIT {

    static Stream<Locale> languages() {
        return Stream.of(Locale.FRENCH, Locale.ENGLISH);
    }

    private static void inspect(Person person, String name, String proof) {
        person.sees(page -> page.locator(proof).first().innerHTML());
        person.sees(Inspection.of(name));
    }

    private static void inspectAndSwitch(Person person, String name, String proof) {
        inspect(person, name, proof);
        person.sees(LanguageSwitch::works);
    }

    private static void presses(Person person, String button) {
        person.sees(page -> {
            page.locator(button).first().click();
            return page;
        });
    }

    /** Logged in by card; answers with the address of the login, to which an action may be added. */
    private static String in(Person doctor) {
        var address = String.valueOf(doctor.opensPortal().sees(Page::url));
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);
        return address;
    }

    private static Person holder(Locale language, Card card, People people, StoryRealm realm) {
        realm.accounts().create(Account.opened(card.idNat()));
        return people.enter(Habits.in(language).withCard(card));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void enrolmentCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var doctor = holder(language, cards.card("medecin"), people, realm);
        var address = in(doctor);

        doctor.opens(address + "&kc_action=CONFIGURE_TOTP");
        inspectAndSwitch(doctor, "totp-enrolment", "#kc-totp-settings-form");
        presses(doctor, "#kc-totp-settings-form button");
        inspect(doctor, "totp-enrolment-errors", ".ps-summary");
        presses(doctor, "#mode-manual");
        inspect(doctor, "totp-enrolment-manual", "#kc-totp-secret-key");

        doctor.opens(address + "&kc_action=CONFIGURE_RECOVERY_AUTHN_CODES");
        inspectAndSwitch(doctor, "recovery-codes", "#kc-recovery-codes-list");

        doctor.opens(address + "&kc_action=webauthn-register");
        inspectAndSwitch(doctor, "passkey-enrolment", "#registerWebAuthn");
        presses(doctor, "#registerWebAuthn");
        inspect(doctor, "passkey-enrolment-errors", "#kc-try-again");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void enrolledFactorsCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()), Enrolled.application(), Enrolled.passkey());
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);

        inspectAndSwitch(doctor, "totp", "#kc-otp-login-form");
        presses(doctor, "#kc-login");
        inspect(doctor, "totp-errors", ".ps-summary");
        presses(doctor, "#try-another-way");
        inspectAndSwitch(doctor, "other-ways", "#kc-select-credential-form");
        presses(doctor, "#kc-select-credential-form button:has-text('" + passkey(language) + "')");
        inspectAndSwitch(doctor, "passkey", "#authenticateWebAuthnButton");
        presses(doctor, "#authenticateWebAuthnButton");
        inspect(doctor, "passkey-errors", "#kc-try-again");
    }

    private static String passkey(Locale language) {
        return language.equals(Locale.FRENCH) ? "Clé" : "Passkey";
    }

    @ParameterizedTest
    @MethodSource("languages")
    void whatAnAdministratorAsksForCanBeReadByEverybody(
            Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        var doctor = holder(language, card, people, realm);
        realm.accounts()
                .change(card.idNat(), user -> user.setRequiredActions(List.of("UPDATE_PASSWORD", "UPDATE_PROFILE")));
        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        inspectAndSwitch(doctor, "new-password", "#password-new");
        doctor.sees(NewPasswordPage::new).chooses("court");
        inspect(doctor, "new-password-errors", ".ps-summary");
        doctor.sees(NewPasswordPage::new).chooses("Camomille-Melisse-17");
        inspectAndSwitch(doctor, "profile", "#kc-update-profile-form");
        doctor.sees(page -> {
            page.locator("#locality").fill("x".repeat(300));
            return page;
        });
        presses(doctor, "#kc-update-profile-form [type=submit]");
        inspect(doctor, "profile-errors", ".ps-summary");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void verifiedAddressCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        var doctor = holder(language, card, people, realm);
        realm.accounts().change(card.idNat(), user -> {
            user.setEmailVerified(false);
            user.setRequiredActions(List.of("VERIFY_EMAIL"));
        });
        doctor.opensPortal().sees(LoginPage::new).choosesCard();

        inspectAndSwitch(doctor, "verify-email", "main a[href*='login-actions']");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void changeOfAddressCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var doctor = holder(language, cards.card("medecin"), people, realm);
        var address = in(doctor);

        doctor.opens(address + "&kc_action=pro-sante-contact-email");
        inspectAndSwitch(doctor, "contact", "#pro-sante-contact-form");
        presses(doctor, "#pro-sante-contact-form button");
        inspect(doctor, "contact-errors", ".ps-summary");
        doctor.sees(page -> {
            page.locator("#email").fill("nouvelle@exemple.test");
            return page;
        });
        presses(doctor, "#pro-sante-contact-form button");
        inspect(doctor, "contact-code", "#pro-sante-contact-code");
        presses(doctor, "#pro-sante-contact-code button");
        inspect(doctor, "contact-code-errors", ".ps-summary");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void mailedLinkCanBeReadByEverybody(
            Locale language, CardBox cards, People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(cards.card("medecin").idNat());
        realm.accounts().create(account);
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail(account.nationalId());
        inspect(doctor, "forgotten-password-sent", "#kc-form-login");

        var phone = people.enter(Habits.in(language));
        phone.opens(letters.linkFor(account.email()));
        inspectAndSwitch(phone, "mailed-link", "main a[href*='action-token']");
        phone.continuesIfAsked().sees(NewPasswordPage::new).chooses("Camomille-Melisse-17");
        phone.sees(LoginPage::new);
        phone.opens(letters.linkFor(account.email()));
        inspectAndSwitch(phone, "mailed-link-used", "#kc-error-message");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void applicationsOfOthersCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var doctor = holder(language, cards.card("medecin"), people, realm);
        var portal = realm.administered().clients().findByClientId("portail").get(0);
        portal.setConsentRequired(true);
        realm.administered().clients().get(portal.getId()).update(portal);
        try {
            var address = String.valueOf(doctor.opensPortal().sees(Page::url));
            doctor.sees(LoginPage::new).choosesCard();
            inspectAndSwitch(doctor, "consent", "#kc-cancel");

            doctor.opens(address.replaceFirst("/protocol/.*", "/device"));
            inspect(doctor, "device", "#device_user_code");
            doctor.sees(LanguageSwitch::isNotOffered);
            doctor.sees(page -> {
                page.locator("#device_user_code").fill("AAAA-BBBB");
                return page;
            });
            presses(doctor, "#kc-user-verify-device-user-code-form button");
            inspect(doctor, "device-errors", ".ps-summary");
        } finally {
            portal.setConsentRequired(false);
            realm.administered().clients().get(portal.getId()).update(portal);
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void alreadyLoggedInCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var doctor = holder(language, cards.card("medecin"), people, realm);
        doctor.opensPortal().sees(LoginPage::new);
        String form = doctor.sees(page -> page.locator("#kc-form-login").getAttribute("action"));
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);

        // A page of a login that is over, without what would lead back to its application.
        doctor.opens(form.replaceFirst("&client_data=[^&]*", ""));

        inspectAndSwitch(doctor, "already-logged-in", "#kc-info-message");
    }

    @Test
    void accountConsoleGoesOnWorking(CardBox cards, People people, StoryRealm realm) {
        var doctor = holder(Locale.FRENCH, cards.card("medecin"), people, realm);
        var address = in(doctor);

        doctor.opens(address.replaceFirst("/protocol/.*", "/account"));

        doctor.sees(page ->
                page.locator("[data-testid=page-heading], #email").first().innerHTML());
        assertThat(doctor.<List<String>>sees(Violations::of)).isEmpty();
    }
}
