package fr.prosante.keycloak.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What script adds to pages that work without it. */
@Story
final class AddedByScriptIT {

    private static final String RPPS = "899700098769";
    private static final String CONFIG = "pro-sante-email-otp";

    private static Page tab(Person person) {
        return person.sees(page -> page);
    }

    private static Person atTheCode(People people, StoryRealm realm) {
        realm.accounts().create(Account.opened(RPPS));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new);
        return doctor;
    }

    @Test
    void nextMailIsCountedDownTo(People people, StoryRealm realm, Letterbox letters) {
        realm.option(CONFIG, "resendDelay", "4");
        var doctor = atTheCode(people, realm);
        var button = tab(doctor).locator("[name=resend]");

        assertThat(button).hasText(Pattern.compile("Envoyer un nouveau code \\(dans [1-4] s\\)"));
        assertThat(button).hasAttribute("aria-disabled", "true");
        assertThat(button).hasText("Envoyer un nouveau code");
        doctor.sees(CodePage::new).asksForAnother();

        doctor.sees(CodePage::new).types(letters.codeFor(Account.opened(RPPS).email(), 2));
        doctor.sees(PortalPage::new);
    }

    @Test
    void codeMayBePastedWithItsSpaces(People people, StoryRealm realm, Letterbox letters) {
        var doctor = atTheCode(people, realm);
        var code = letters.codeFor(Account.opened(RPPS).email());

        tab(doctor).locator("#code").fill(" " + code.substring(0, 3) + " " + code.substring(3) + "\n");

        assertThat(tab(doctor).locator("#code")).hasValue(code);
        doctor.sees(CodePage::new).types(code);
        doctor.sees(PortalPage::new);
    }

    @Test
    void rulesOfThePasswordAreTickedWhileTyping(CardBox cards, People people) {
        var doctor = people.holderOf(cards.card("medecin"));
        doctor.opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new);
        var met = tab(doctor).locator(".ps-rules__rule--met");

        assertThat(met).hasCount(0);
        tab(doctor).locator("#password-new").fill("aB");
        assertThat(met).hasText(new Pattern[] {Pattern.compile("minuscule"), Pattern.compile("majuscule")});
        tab(doctor).locator("#password-new").fill("aB1!aB1!aB1!");
        assertThat(met).hasCount(5);
        tab(doctor).locator("#password-new").fill("");
        assertThat(met).hasCount(0);
    }

    @Test
    void passwordIsRevealedOnDemandAndNeverSentAsText(People people) {
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new);
        var password = tab(doctor).locator("#password");
        password.fill("Tilleul");

        tab(doctor).locator(".ps-reveal__button").click();
        assertThat(password).hasAttribute("type", "text");
        assertThat(tab(doctor).locator(".ps-reveal__button")).hasAttribute("aria-label", "Masquer le mot de passe");
        tab(doctor)
                .evaluate("() => document.querySelector('#kc-form-login').addEventListener('submit',"
                        + " e => { e.preventDefault(); document.title = document.querySelector('#password').type; })");
        tab(doctor).locator("#kc-login").click();

        assertThat(tab(doctor)).hasTitle("password");
    }

    @Test
    void doorLastUsedIsRememberedOnTheWorkstationAndForgottenOnDemand(People people) {
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).logsIn("899700098769", "not-my-password");
        doctor.sees(LoginPage::new);

        doctor.opensPortal().sees(LoginPage::new);
        assertThat(tab(doctor).locator("#username")).isFocused();
        assertThat(tab(doctor).locator("#kc-form-login .ps-remembered")).isVisible();
        assertThat(tab(doctor).evaluate("() => JSON.stringify(localStorage)"))
                .as("the door, and nothing about the person")
                .isEqualTo("{\"ps-door\":\"password\"}");

        tab(doctor).locator(".ps-remembered button").click();
        doctor.opensPortal().sees(LoginPage::new);
        assertThat(tab(doctor).locator(".ps-remembered")).isHidden();
        assertThat(tab(doctor).evaluate("() => localStorage.length")).isEqualTo(0);
    }

    @Test
    void whoReadsAboutADoorHasNotUsedIt(PscNeighbour psc, People people, StoryRealm realm) {
        realm.text("fr", "proSantePortal.pscHelp", "#ps-main");
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new);

        tab(doctor).locator(".ps-door__more a").click();

        assertThat(tab(doctor).evaluate("() => localStorage.length")).isEqualTo(0);
        doctor.sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new);
        doctor.opensPortal().sees(LoginPage::new);
        assertThat(tab(doctor).locator("[data-ps-door=psc] .ps-remembered")).isVisible();
    }
}
