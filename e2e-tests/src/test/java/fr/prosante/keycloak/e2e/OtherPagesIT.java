package fr.prosante.keycloak.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.pages.LanguageSwitch;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.OneTimePasswordPage;
import fr.prosante.keycloak.e2e.pages.PasskeyPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WaysPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Keycloak's own pages that a professional may come to, held to what {@link PagesIT} holds ours to. */
@Story
final class OtherPagesIT {

    private static final String CARD = "medecin";
    private static final String SECRET = "abcdefghijklmnopqrst";

    static Stream<Locale> languages() {
        return Stream.of(Locale.FRENCH, Locale.ENGLISH);
    }

    /** What is still to be done before the portal, and the page that asks for it. */
    @ParameterizedTest
    @CsvSource({
        "CONFIGURE_TOTP, #kc-totp-settings-form, app-enrolment",
        "UPDATE_PASSWORD, #kc-passwd-update-form, new-password",
        "VERIFY_EMAIL, [data-page-id=login-login-verify-email], verify-email",
        "webauthn-register, #kc-webauthn-settings-form, passkey-enrolment",
        "CONFIGURE_RECOVERY_AUTHN_CODES, #kc-recovery-codes-settings-form, recovery-codes",
        "pro-sante-contact-email, #pro-sante-contact-form, contact-email",
    })
    void whatIsStillToBeDoneCanBeReadByEverybody(
            String action, String form, String name, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card(CARD);
        realm.accounts().create(Account.opened(card.idNat()));
        realm.accounts().change(card.idNat(), user -> user.setRequiredActions(List.of(action)));
        for (var language : languages().toList()) {
            var doctor = people.enter(Habits.in(language).withCard(card));
            doctor.opensPortal().sees(LoginPage::new).choosesCard();
            isAt(doctor, form);
            doctor.sees(Inspection.of(name));
            doctor.sees(LanguageSwitch::works);
            if (List.of("CONFIGURE_TOTP", "UPDATE_PASSWORD", "pro-sante-contact-email")
                    .contains(action)) {
                doctor.sees(page -> {
                    page.locator(form + " [type=submit]").first().click();
                    page.locator(".ps-summary").waitFor();
                    return page;
                });
                doctor.sees(Inspection.of(name + "-errors"));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("languages")
    void theAppCanBeUsedByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var account = Account.opened(cards.card(CARD).idNat());
        realm.accounts().create(account);
        realm.accounts().enrolsApp(account, SECRET);
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).logsIn(account.nationalId(), Account.PASSWORD);
        doctor.sees(OneTimePasswordPage::new);
        doctor.sees(Inspection.of("app-code"));
        doctor.sees(LanguageSwitch::works);
        doctor.sees(OneTimePasswordPage::new).types("000");
        doctor.sees(OneTimePasswordPage::new);
        doctor.sees(Inspection.of("app-code-errors"));
        doctor.sees(OneTimePasswordPage::new).triesAnotherWay();
        doctor.sees(WaysPage::new);
        doctor.sees(Inspection.of("ways"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void thePasskeyCanBeUsedByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card(CARD);
        realm.accounts().create(Account.opened(card.idNat()));
        realm.accounts().change(card.idNat(), user -> user.setRequiredActions(List.of("webauthn-register")));
        var doctor = people.enter(Habits.in(language).withCard(card)).hasPasskeyDevice();
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(PasskeyPage::new).usesDevice();
        doctor.sees(PortalPage::new).logsOut();

        doctor.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);

        doctor.sees(PasskeyPage::new);
        doctor.sees(Inspection.of("passkey"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void aMailedLinkCanBeFollowedByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var account = Account.opened(cards.card(CARD).idNat());
        realm.accounts().create(account);
        var doctor = people.enter(Habits.in(language));
        String login = doctor.opensPortal().sees(page -> page.url());

        doctor.opens(login.replaceFirst("/protocol/.*", "/login-actions/action-token?key=x.y.z"));

        isAt(doctor, "#kc-error-message");
        doctor.sees(Inspection.of("link-invalid"));
    }

    /** The address of a login that is over, opened in another tab, without what would lead it back to its application. */
    @ParameterizedTest
    @MethodSource("languages")
    void whoIsLoggedInAlreadyCanReadIt(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card(CARD);
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.enter(Habits.in(language).withCard(card));
        doctor.opensPortal().sees(LoginPage::new);
        String form = doctor.sees(page -> page.locator("#kc-form-login").getAttribute("action"));
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(PortalPage::new);

        var second = doctor.anotherTab().opens(form.replaceFirst("&client_data=[^&]*", ""));

        isAt(second, "#kc-info-message");
        second.sees(Inspection.of("already-logged-in"));
        second.sees(LanguageSwitch::works);
    }

    private static void isAt(Person person, String element) {
        person.sees(page -> {
            assertThat(page.locator(element)).isVisible();
            return page;
        });
    }
}
