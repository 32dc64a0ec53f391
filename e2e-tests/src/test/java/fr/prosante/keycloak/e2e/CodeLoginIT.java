package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Story
final class CodeLoginIT {

    private static final String RPPS = "899700098769";

    @ParameterizedTest
    @ValueSource(strings = {"899700098769", "99700098769", "8 9970 0098 769", " 99700 098 769 "})
    void aDoctorLogsInWithAnyWayOfTypingTheNumber(
            String typed, People people, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(typed, Account.PASSWORD);
        var page = doctor.sees(CodePage::new).saysTheCodeWasSentAt(parisHours());
        page.types(letters.codeFor(account.email()));

        doctor.sees(PortalPage::new).showsExactly("amr", "pwd", "otp", "mfa").showsExactly("national_id", RPPS);
        events.has(event("LOGIN").with("username", RPPS));
    }

    @Test
    void thePageTellsWhatTheSheetSays(People people, StoryRealm realm) {
        realm.accounts().create(Account.opened(RPPS));
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var page = doctor.sees(CodePage::new);

        page.says("Ce mode de connexion est uniquement possible si vous vous êtes déjà connecté par CPS ou e-CPS.");
        page.says("Après avoir saisi votre identifiant et votre mot de passe, vous devez saisir un code à usage unique"
                + " que vous recevrez par e-mail.");
        page.says("Nous vous avons envoyé un code de sécurité à usage unique (One-Time Password).");
        page.says("Un code OTP vous a été envoyé par mail à ");
    }

    @Test
    void worksInEnglishAndWithoutScript(People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.enter(Habits.english().withoutScript());

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new).isIn("en");
        doctor.sees(CodePage::new).types(letters.codeFor(account.email()));

        doctor.sees(PortalPage::new).shows("amr", "otp");
    }

    @ParameterizedTest
    @ValueSource(strings = {" %s %s ", "%s-%s", "%s\u2011%s", "\u200e%s\u00a0%s\t"})
    void aCodeCopiedWithWhatStoodAroundItIsTaken(String copied, People people, StoryRealm realm, Letterbox letters) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        var doctor = people.somebody();

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());
        doctor.sees(CodePage::new).types(copied.formatted(code.substring(0, 3), code.substring(3)));

        doctor.sees(PortalPage::new);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theMailSaysWhoWritesAndWhyAndHasNoLink(
            boolean codeInSubject, Visitors visitors, StoryRealm realm, Letterbox letters) {
        realm.option("pro-sante-email-otp", "codeInSubject", String.valueOf(codeInSubject));
        var account = Account.opened(RPPS);
        realm.accounts().create(account);

        visitors.atCodePage(1, RPPS, Account.PASSWORD);

        var code = letters.codeFor(account.email());
        var mail = letters.letterFor(account.email(), 1);
        assertThat(mail.subject().contains(code)).isEqualTo(codeInSubject);
        assertThat(mail.subject()).contains("Portail Pro Santé");
        for (var body : List.of(mail.text(), mail.html())) {
            assertThat(body)
                    .contains(code, "Portail Pro Santé", "Si ce n’est pas vous")
                    .containsPattern("(" + String.join("|", parisHours()) + ")")
                    .doesNotContain("<a ", "href=\"http", "://localhost");
        }
    }

    /** The hour on the page is the one of Paris wherever the server stands; a story may run over a full minute. */
    private static String[] parisHours() {
        var format = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
        var now = LocalTime.now(ZoneId.of("Europe/Paris"));
        return new String[] {format.format(now), format.format(now.minusMinutes(1)), format.format(now.plusMinutes(1))};
    }
}
