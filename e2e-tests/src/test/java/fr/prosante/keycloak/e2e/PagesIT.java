package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CharterDeclinedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.pages.LanguageSwitch;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PracticePage;
import fr.prosante.keycloak.e2e.pages.PscRefusedPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the journey and its mistakes, in both languages: axe, geometry, language switch. */
@Story
final class PagesIT {

    static Stream<Locale> languages() {
        return Stream.of(Locale.FRENCH, Locale.ENGLISH);
    }

    private static void inspect(Person person, String name) {
        person.sees(Inspection.of(name));
    }

    /** What the server knows stays when the language changes; what was typed and refused does not. */
    private static void inspectAndSwitch(Person person, String name) {
        inspect(person, name);
        person.sees(LanguageSwitch::works);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void firstLoginCanBeReadByEverybody(Locale language, CardBox cards, People people) {
        var doctor = people.enter(Habits.in(language).withCard(cards.card("medecin-deux-specialites")));

        inspectAndSwitch(doctor.opensPortal(), "home");
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new);
        inspectAndSwitch(doctor, "account");
        doctor.sees(AccountPage::new).submits();
        doctor.sees(AccountPage::new);
        inspect(doctor, "account-errors");
        doctor.sees(AccountPage::new)
                .fillsIn("lecture." + language.getLanguage() + "@exemple.test", Account.PASSWORD)
                .submits();
        doctor.sees(CharterPage::new);
        inspectAndSwitch(doctor, "charter");
        doctor.sees(Inspection.onPaper("charter"));
        doctor.sees(CharterPage::new).validates();
        doctor.sees(CharterPage::new);
        inspect(doctor, "charter-unticked");
        doctor.sees(CharterPage::new).declines();
        doctor.sees(CharterDeclinedPage::new);
        inspect(doctor, "charter-declined");
        doctor.sees(LanguageSwitch::isNotOffered);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void loginByCodeCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn("123", "x");
        doctor.sees(LoginPage::new);
        inspectAndSwitch(doctor, "home-errors");
        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        doctor.sees(CodePage::new);
        inspectAndSwitch(doctor, "code");
        doctor.sees(CodePage::new).types("x");
        doctor.sees(CodePage::new);
        inspect(doctor, "code-errors");
        doctor.sees(CodePage::new).startsAgain();
        doctor.sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new);
        inspectAndSwitch(doctor, "forgotten-password");
        doctor.sees(ForgottenPasswordPage::new).asksForMail("");
        inspect(doctor, "forgotten-password-errors");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void lockedAccountCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        realm.changed(settings -> settings.setFailureFactor(1));
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).logsIn(card.idNat(), "Wrong-Password-42");
        doctor.sees(LoginPage::new);
        realm.accounts().isLocked(card.idNat());

        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);

        doctor.sees(LoginPage::new);
        inspect(doctor, "home-locked");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void refusedCardCanBeReadByEverybody(Locale language, CardBox cards, People people) {
        var holder = people.enter(Habits.in(language).withCard(cards.card("carte-expiree")));

        holder.opensPortal().sees(LoginPage::new).choosesCard();
        holder.sees(CardRefusedPage::new);
        inspect(holder, "card-refused");
        holder.sees(LanguageSwitch::isNotOffered);
        holder.sees(page -> page.navigate(page.url().replaceFirst("/login-actions/.*|/protocol/.*", "/nothing")));
        inspect(holder, "error");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void proSanteConnectCanBeReadByEverybody(Locale language, PscNeighbour psc, People people) {
        var doctor = people.enter(Habits.in(language));
        inspectAndSwitch(doctor.opensPortal(), "home-psc");
        doctor.sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).cancels();
        doctor.sees(LoginPage::new);
        inspectAndSwitch(doctor, "psc-cancelled");
        doctor.sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByPhone(FictivePeople.ONE_PRACTICE.idNat());
        doctor.sees(PscRefusedPage::new);
        inspectAndSwitch(doctor, "psc-refused");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void choiceOfThePracticeCanBeReadByEverybody(Locale language, PscNeighbour psc, People people) {
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).comesByCard(FictivePeople.TWO_PRACTICES.idNat());
        doctor.sees(AccountPage::new);
        inspectAndSwitch(doctor, "account-psc");
        doctor.sees(AccountPage::new)
                .fillsIn("adele." + language.getLanguage() + "@exemple.test", Account.PASSWORD)
                .submits();

        doctor.sees(PracticePage::new);
        inspectAndSwitch(doctor, "practice");
        doctor.sees(PracticePage::new).submits();
        doctor.sees(PracticePage::new);
        inspect(doctor, "practice-errors");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void lostWayCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal().sees(LoginPage::new);
        String form = doctor.sees(page -> page.locator("#kc-form-login").getAttribute("action"));
        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        doctor.sees(CodePage::new);
        // The address of a form that was answered already.
        doctor.opens(form);
        doctor.sees(page -> page.locator("#loginContinueLink").innerText());
        inspect(doctor, "expired");

        doctor.continuesIfThePageExpired().sees(CodePage::new);
        doctor.forgetsCookies().sees(CodePage::new).types("123456");
        doctor.sees(page -> page.locator("#kc-error-message").innerText());
        inspectAndSwitch(doctor, "error-cookies");
    }

    @ParameterizedTest
    @MethodSource("languages")
    void loggingOutCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.enter(Habits.in(language).withCard(card));
        var door = String.valueOf(doctor.opensPortal().sees(Page::url));
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(page -> page.locator("#status[data-connected=true]").innerText());

        doctor.opens(door.replaceFirst("/auth\\?.*", "/logout"));
        doctor.sees(page -> page.locator("#kc-logout").innerText());
        inspectAndSwitch(doctor, "logout-confirm");
        doctor.sees(page -> {
            page.locator("#kc-logout").click();
            return page.locator("#kc-info-message").innerText();
        });
        inspectAndSwitch(doctor, "logged-out");
    }

    @Test
    void anotherPortalIsDressedFromTheSameJar(PscNeighbour psc, StoryRealm realm, People people) {
        realm.changed(settings -> {
            settings.setDisplayName("Réseau Périnatalité");
            settings.getAttributes().put("proSante.palette", "plum");
            settings.getAttributes().put("proSante.home", "https://reseau.exemple.test/");
        });
        realm.text("fr", "proSantePortal.subtitle", "Maternités et sages-femmes");
        realm.text("fr", "proSantePortal.tagline", "Le dossier de suivi partagé");
        realm.text("fr", "proSantePortal.banner", "Maintenance mardi de 21 h à 22 h.");
        realm.text("fr", "proSantePortal.public", "-");
        realm.text("fr", "proSantePortal.directory1", "Maternités de la région");
        realm.text("fr", "proSantePortal.directory1.link", "https://reseau.exemple.test/maternites");
        realm.text("fr", "proSantePortal.directory2", "Sages-femmes libérales");
        realm.text("fr", "proSantePortal.directory3", "-");
        var midwife = people.somebody();
        midwife.opensPortal().sees(LoginPage::new).offersItsDoors().says("Maternités et sages-femmes");

        inspect(midwife, "portal-second");

        assertThat(midwife.reads())
                .contains("Bienvenue sur Réseau Périnatalité")
                .doesNotContain("PARTICULIERS");
        String dress = midwife.sees(page -> page.locator("html").getAttribute("class"));
        assertThat(dress).contains("ps-palette--plum");
    }
}
