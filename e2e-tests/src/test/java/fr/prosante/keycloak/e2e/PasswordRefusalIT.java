package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A password that does not do: one answer for all that must not be told apart. */
@Story
final class PasswordRefusalIT {

    private static final String RPPS = "899700098769";
    private static final String WRONG = "Tilleul-Verveine-43";
    private static final String SAME_ANSWER = "proSanteLoginInvalid";

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aWrongPassword(Locale language, People people, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(RPPS));
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, WRONG);

        var page = doctor.sees(LoginPage::new);
        page.saysAt("username", Wording.in(language).of(SAME_ANSWER));
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("username", RPPS));
        page.logsIn(RPPS, Account.PASSWORD);
        doctor.sees(CodePage::new);
    }

    @Test
    void anUnknownNumberReadsTheSame(People people, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(RPPS));
        var known = people.somebody();
        var unknown = people.somebody();

        known.opensPortal().sees(LoginPage::new).logsIn(RPPS, WRONG);
        known.sees(LoginPage::new).saysAt("username", Wording.in(Locale.FRENCH).of(SAME_ANSWER));
        unknown.opensPortal().sees(LoginPage::new).logsIn("899700218896", WRONG);

        unknown.sees(LoginPage::new)
                .offersItsDoors()
                .saysAt("username", Wording.in(Locale.FRENCH).of(SAME_ANSWER));
        assertThat(unknown.reads()).isEqualTo(known.reads());
        events.has(refusal("LOGIN_ERROR", "user_not_found"));
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 899700098760, proSanteIdKey, key",
        "en, 899700098760, proSanteIdKey, key",
        "fr, 8997000987, proSanteIdShape, shape",
        "en, docteur, proSanteIdShape, shape",
        "fr, '', proSanteIdEmpty, empty",
        "en, '', proSanteIdEmpty, empty",
    })
    void aMistypedNumberIsExplained(
            Locale language, String typed, String sentence, String reason, People people, EventLog events) {
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn(typed, Account.PASSWORD);

        doctor.sees(LoginPage::new)
                .offersItsDoors()
                .saysAt("username", Wording.in(language).of(sentence));
        events.has(refusal("LOGIN_ERROR", "user_not_found").with("reason", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void noPassword(Locale language, People people, EventLog events) {
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, "");

        doctor.sees(LoginPage::new).saysAt("password", Wording.in(language).of("proSanteLoginPasswordEmpty"));
        events.has(refusal("LOGIN_ERROR", "password_missing"));
    }

    @ParameterizedTest
    @CsvSource({"fr, Ce compte est désactivé. Contactez l'assistance.", "en, This account is disabled. Contact support."
    })
    void aDisabledAccount(Locale language, String said, People people, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(RPPS));
        realm.accounts().change(RPPS, user -> user.setEnabled(false));
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        doctor.sees(LoginPage::new).offersItsDoors().says(said);
        events.has(refusal("LOGIN_ERROR", "user_disabled"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void anAccountLockedAfterFiveErrorsReadsTheSameEvenWithTheRightPassword(
            Locale language, People people, StoryRealm realm, EventLog events) {
        realm.accounts().create(Account.opened(RPPS));
        var doctor = people.enter(Habits.in(language));
        doctor.opensPortal();
        for (int error = 0; error < 5; error++) {
            doctor.sees(LoginPage::new).logsIn(RPPS, WRONG);
            doctor.sees(LoginPage::new).saysAt("username", Wording.in(language).of(SAME_ANSWER));
        }
        realm.accounts().isLocked(RPPS);

        doctor.sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        doctor.sees(LoginPage::new)
                .offersItsDoors()
                .saysAt("username", Wording.in(language).of(SAME_ANSWER));
        events.has(refusal("LOGIN_ERROR", "user_temporarily_disabled"));
    }
}
