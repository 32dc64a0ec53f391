package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The limits are those of the account: a new session, a new tab or a fresh start of the login meets them again. */
@Story
final class CodeLimitsIT {

    private static final String CONFIG = "pro-sante-email-otp";
    private static final Account ACCOUNT = Account.opened("899700098769");
    private static final Wording FRENCH = Wording.in(Locale.FRENCH);

    private Visitors visitors;
    private StoryRealm realm;
    private Letterbox letters;

    @BeforeEach
    void enter(Visitors itsVisitors, StoryRealm itsRealm, Letterbox itsLetters) {
        visitors = itsVisitors;
        realm = itsRealm;
        letters = itsLetters;
        realm.accounts().create(ACCOUNT);
    }

    @ParameterizedTest
    @CsvSource({"mailsPerHour, proSanteOtpHourFull", "mailsPerDay, proSanteOtpDayFull"})
    void theMailsOfAnHourAndOfADayAreCountedOverAllSessions(String limit, String sentence) {
        realm.option(CONFIG, limit, "2");
        logsIn(1);
        logsIn(2);

        var third = atCodePage();

        assertThat(third.page().says(FRENCH.of(sentence))).isTrue();
        assertThat(letters.countFor(ACCOUNT.email())).isEqualTo(2);
    }

    @Test
    void anotherSessionWaitsForTheSameDelay() {
        var first = atCodePage();
        var code = letters.codeFor(ACCOUNT.email());
        var second = atCodePage();

        var refused = second.visitor().submits(second.page(), Map.of("resend", "true"));
        var again = first.visitor().logsIn(first.visitor().arrives(), ACCOUNT.nationalId(), Account.PASSWORD);
        var refusedAgain = first.visitor().submits(again, Map.of("resend", "true"));

        assertThat(List.of(refused, refusedAgain)).allMatch(page -> page.says("Un code vient déjà d’être demandé."));
        assertThat(letters.countFor(ACCOUNT.email())).isEqualTo(1);
        assertThat(new Visitors.AtCodePage(second.visitor(), refused)
                        .types(code)
                        .isIn())
                .isTrue();
    }

    /** One code in ten begins with a zero; a hundred logins without any are as good as impossible. */
    @Test
    void aCodeKeepsItsLeadingZero() {
        realm.option(CONFIG, "mailsPerHour", "100");
        realm.option(CONFIG, "mailsPerDay", "200");
        var logins = 1;
        while (!logsIn(logins).startsWith("0")) {
            logins++;
        }
    }

    private String logsIn(int login) {
        var doctor = atCodePage();
        var code = letters.codeFor(ACCOUNT.email(), login);
        assertThat(doctor.types(code).isIn()).as("code %s", code).isTrue();
        return code;
    }

    private Visitors.AtCodePage atCodePage() {
        return visitors.atCodePage(1, ACCOUNT.nationalId(), Account.PASSWORD).get(0);
    }
}
