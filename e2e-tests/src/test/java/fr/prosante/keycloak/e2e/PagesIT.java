package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.pages.AccountPage;
import fr.prosante.keycloak.e2e.pages.CardRefusedPage;
import fr.prosante.keycloak.e2e.pages.CharterDeclinedPage;
import fr.prosante.keycloak.e2e.pages.CharterPage;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.ForgottenPasswordPage;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every page of the journey and its mistakes, in both languages: axe, geometry, pictures in target/gallery. */
@Story
final class PagesIT {

    static Stream<Locale> languages() {
        return Stream.of(Locale.FRENCH, Locale.ENGLISH);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void firstLoginCanBeReadByEverybody(Locale language, CardBox cards, People people) {
        var doctor = people.enter(Habits.in(language).withCard(cards.card("medecin-deux-specialites")));

        doctor.opensPortal().sees(Inspection.of("home"));
        doctor.sees(LoginPage::new).choosesCard();
        doctor.sees(AccountPage::new).submits();
        doctor.sees(AccountPage::new);
        doctor.sees(Inspection.of("account-errors"));
        doctor.sees(AccountPage::new)
                .fillsIn("lecture." + language.getLanguage() + "@exemple.test", Account.PASSWORD)
                .submits();
        doctor.sees(CharterPage::new).validates();
        doctor.sees(CharterPage::new);
        doctor.sees(Inspection.of("charter-unticked"));
        doctor.sees(CharterPage::new).declines();
        doctor.sees(CharterDeclinedPage::new);
        doctor.sees(Inspection.of("charter-declined"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void loginByCodeCanBeReadByEverybody(Locale language, CardBox cards, People people, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn("123", "x");
        doctor.sees(Inspection.of("home-errors"));
        doctor.sees(LoginPage::new).logsIn(card.idNat(), Account.PASSWORD);
        doctor.sees(CodePage::new);
        doctor.sees(Inspection.of("code"));
        doctor.sees(CodePage::new).types("x");
        doctor.sees(CodePage::new);
        doctor.sees(Inspection.of("code-errors"));
        doctor.sees(CodePage::new).startsAgain();
        doctor.sees(LoginPage::new).hasForgottenPassword();
        doctor.sees(ForgottenPasswordPage::new).asksForMail("");
        doctor.sees(Inspection.of("forgotten-password-errors"));
    }

    @ParameterizedTest
    @MethodSource("languages")
    void refusalsCanBeReadByEverybody(Locale language, CardBox cards, People people) {
        var holder = people.enter(Habits.in(language).withCard(cards.card("carte-expiree")));

        holder.opensPortal().sees(LoginPage::new).choosesCard();
        holder.sees(CardRefusedPage::new);
        holder.sees(Inspection.of("card-refused"));
        holder.sees(page -> page.navigate(page.url().replaceFirst("/login-actions/.*|/protocol/.*", "/nothing")));
        holder.sees(Inspection.of("error"));
    }

    @Test
    void keyboardMeetsTheDoorsInTheOrderOfThePage(People people) {
        var somebody = people.somebody();

        var met = somebody.opensPortal().sees(PagesIT::tabbed);

        assertThat(met)
                .containsSubsequence("ps-skip", "ps-door-card", "username", "password", "kc-login")
                .doesNotContain("BODY");
    }

    /** What takes the focus, one Tab after the other: id, else class. */
    private static List<String> tabbed(Page page) {
        return Stream.generate(() -> {
                    page.keyboard().press("Tab");
                    return String.valueOf(
                            page.evaluate(
                                    "() => document.activeElement.id || document.activeElement.className || document.activeElement.tagName"));
                })
                .limit(10)
                .takeWhile(met -> !met.equals("BODY"))
                .toList();
    }
}
