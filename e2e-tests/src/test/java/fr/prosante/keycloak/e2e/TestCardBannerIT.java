package fr.prosante.keycloak.e2e;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CharterDeclinedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.PscRefusedPage;
import fr.prosante.keycloak.e2e.pages.TestCardBanner;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.NewAuthority;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.crl.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Where test cards open the service, no page keeps that to itself: not ours, not Keycloak's, not the door's. */
@Story
final class TestCardBannerIT {

    private static final String EMAIL = "jeanne@exemple.test";

    @Test
    void everyPageOfTheJourneyWarns(
            CardBox cards, PscNeighbour psc, People people, StoryRealm realm, Letterbox letters) {
        var card = cards.card("medecin");
        var doctor = people.holderOf(card);
        String login = doctor.opensPortal().sees(page -> page.url());
        comesForTheFirstTime(doctor);
        comesByPassword(doctor, card.idNat(), letters);
        leaves(doctor, login);
        forgetsThePassword(doctor, card.idNat(), letters);
        isRefused(people.holderOf(cards.card("carte-expiree")));
        isRefusedByProSanteConnect(people.somebody());
        seesThePagesOfTheDoor(people, realm);
    }

    private static void comesForTheFirstTime(Person doctor) {
        isWarned(doctor.opensPortal(), "#kc-form-login");
        doctor.sees(LoginPage::new).choosesCard();
        isWarned(doctor, "#pro-sante-account");
        doctor.sees(AccountPage::new).submits();
        isWarned(doctor, ".ps-summary");
        doctor.sees(AccountPage::new).fillsIn(EMAIL, Account.PASSWORD).submits();
        isWarned(doctor, "[name=" + CharterPage.BOX + "]");
        doctor.sees(CharterPage::new).declines();
        doctor.sees(CharterDeclinedPage::new);
        isWarned(doctor, "#kc-page-title");
        doctor.forgetsCookies().opensPortal().sees(LoginPage::new).choosesCard();
        doctor.sees(CharterPage::new).accepts();
        doctor.sees(PortalPage::new).logsOut();
    }

    private static void comesByPassword(Person doctor, String nationalId, Letterbox letters) {
        doctor.forgetsCookies().opensPortal();
        String form = doctor.sees(page -> page.locator("#kc-form-login").getAttribute("action"));
        doctor.sees(LoginPage::new).logsIn(nationalId, "Tilleul-Verveine-43");
        isWarned(doctor, ".ps-summary");
        doctor.sees(LoginPage::new).logsIn(nationalId, Account.PASSWORD);
        isWarned(doctor, "#pro-sante-otp-form");
        doctor.opens(form);
        isWarned(doctor, "#loginContinueLink");
        doctor.continuesIfThePageExpired().sees(CodePage::new).types(letters.codeFor(EMAIL));
        doctor.sees(PortalPage::new);
    }

    private static void leaves(Person doctor, String login) {
        doctor.opens(login.replaceFirst("/auth\\?.*", "/logout"));
        isWarned(doctor, "#kc-logout");
        doctor.sees(page -> {
            page.locator("#kc-logout").click();
            return page;
        });
        isWarned(doctor, "#kc-info-message");
        doctor.opens(login.replaceFirst("/protocol/.*", "/login-actions/action-token?key=x.y.z"));
        isWarned(doctor, "#kc-error-message");
    }

    private static void forgetsThePassword(Person doctor, String nationalId, Letterbox letters) {
        doctor.forgetsCookies().opensPortal().sees(LoginPage::new).hasForgottenPassword();
        isWarned(doctor, "form[action*='reset-credentials']");
        doctor.sees(ForgottenPasswordPage::new).asksForMail(nationalId);
        doctor.opens(letters.linkFor(EMAIL, 2));
        isWarned(doctor, "#kc-passwd-update-form");
    }

    private static void isRefused(Person holder) {
        holder.opensPortal().sees(LoginPage::new).choosesCard();
        holder.sees(CardRefusedPage::new);
        isWarned(holder, "[data-ps-reason]");
    }

    private static void isRefusedByProSanteConnect(Person person) {
        person.opensPortal().sees(LoginPage::new).choosesPsc();
        person.sees(WalletPage::new).comesByPhone(FictivePeople.ONE_PRACTICE.idNat());
        person.sees(PscRefusedPage::new);
        isWarned(person, "#kc-page-title");
    }

    private static void seesThePagesOfTheDoor(People people, StoryRealm realm) {
        try (var authority = NewAuthority.called("slow-for-the-banner").isTrustedBy(realm)) {
            authority.lists().delay(Duration.ofSeconds(6));
            authority.lists().fail(Fault.SLOW);
            var doctor = people.holderOf(authority.issues("899700098769"));
            var link = doctor.opensPortal()
                    .catchesAddress(() -> doctor.sees(LoginPage::new).choosesCard());
            doctor.opens(link);
            isWarned(doctor, "#kc-info-message");
            doctor.sees(AccountPage::new);
            doctor.opens(link);
            isWarned(doctor, "#kc-error-message");
        }
    }

    private static void isWarned(Person person, String element) {
        person.sees(TestCardBanner.above(element));
    }
}
