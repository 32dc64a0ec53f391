package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Habits;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.events.ExpectedEvent;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.CodePage;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.NoticePage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes that do not do, and people who may not ask for one. */
@Story
final class CodeRefusalIT {

    private static final String RPPS = "899700098769";
    private static final String CONFIG = "pro-sante-email-otp";

    private People people;
    private StoryRealm realm;
    private Letterbox letters;
    private EventLog events;

    @BeforeEach
    void enter(People itsPeople, StoryRealm itsRealm, Letterbox itsLetters, EventLog itsEvents) {
        people = itsPeople;
        realm = itsRealm;
        letters = itsLetters;
        events = itsEvents;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aWrongCode(Locale language) {
        var account = present();
        var doctor = atTheCodePage(people.enter(Habits.in(language)));
        var code = letters.codeFor(account.email());

        doctor.sees(CodePage::new).types(otherThan(code));

        var page = doctor.sees(CodePage::new);
        page.saysAt(CodePage.CODE, Wording.in(language).of("proSanteOtpWrong"));
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "code_wrong"));
        page.types(code);
        doctor.sees(PortalPage::new);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, '', proSanteOtpEmpty, code_empty",
        "en, '', proSanteOtpEmpty, code_empty",
        "fr, 12345, proSanteOtpLength, code_length",
        "en, 12345, proSanteOtpLength, code_length",
        "fr, abcdef, proSanteOtpNotDigits, code_not_digits",
        "en, abcdef, proSanteOtpNotDigits, code_not_digits",
        "fr, ١٢٣٤٥٦, proSanteOtpOtherDigits, code_other_digits",
        "en, ١٢٣٤٥٦, proSanteOtpOtherDigits, code_other_digits",
    })
    void whatIsNoCode(Locale language, String typed, String sentence, String reason) {
        present();
        var doctor = atTheCodePage(people.enter(Habits.in(language)));

        doctor.sees(CodePage::new).types(typed);

        doctor.sees(CodePage::new).saysAt(CodePage.CODE, Wording.in(language).of(sentence, 6));
        events.has(refusal("LOGIN_ERROR", "invalid_code").with("reason", reason));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aCodeThatIsTooOld(Locale language) {
        var account = present();
        realm.option(CONFIG, "codeLifespan", "5");
        realm.option(CONFIG, "resendDelay", "1");
        var doctor = atTheCodePage(people.enter(Habits.in(language)));
        var code = letters.codeFor(account.email());
        var page = doctor.sees(CodePage::new);
        letters.isOlderThan(account.email(), Duration.ofSeconds(6));

        page.types(code);

        doctor.sees(CodePage::new).says(Wording.in(language).of("proSanteOtpExpired"));
        events.has(refusal("LOGIN_ERROR", "expired_code").with("reason", "code_expired"));
        doctor.sees(CodePage::new).asksForAnother();
        doctor.sees(CodePage::new).types(letters.codeFor(account.email(), 2));
        doctor.sees(PortalPage::new);
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void aCodeThatWasUsed(Locale language) {
        var account = present();
        var doctor = atTheCodePage(people.enter(Habits.in(language)));
        var thief = atTheCodePage(people.enter(Habits.in(language)));
        var code = letters.codeFor(account.email());
        doctor.sees(CodePage::new).types(code);
        doctor.sees(PortalPage::new);

        thief.sees(CodePage::new).types(code);

        thief.sees(CodePage::new).says(Wording.in(language).of("proSanteOtpNone"));
        events.has(refusal("LOGIN_ERROR", "expired_code").with("reason", "code_none"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void theSixthAttempt(Locale language) {
        var account = present();
        realm.changed(representation -> representation.setFailureFactor(30));
        var doctor = atTheCodePage(people.enter(Habits.in(language)));
        var code = letters.codeFor(account.email());
        for (int attempt = 1; attempt <= 5; attempt++) {
            doctor.sees(CodePage::new).types(otherThan(code));
        }

        doctor.sees(CodePage::new).says(Wording.in(language).of("proSanteOtpExhausted"));
        doctor.sees(CodePage::new).sendsTheForm(code);

        doctor.sees(CodePage::new).says(Wording.in(language).of("proSanteOtpExhausted"));
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "attempts_used_up"));
        events.hasNone("LOGIN");
    }

    /** Keycloak answers before the step is asked. */
    @ParameterizedTest
    @CsvSource({"fr, Ce compte est désactivé.", "en, This account is disabled."})
    void whoIsSwitchedOffWhileThePageIsOpen(Locale language, String said) {
        var account = present();
        var doctor = atTheCodePage(people.enter(Habits.in(language)));
        var page = doctor.sees(CodePage::new);
        var code = letters.codeFor(account.email());
        realm.accounts().change(RPPS, user -> user.setEnabled(false));

        page.types(code);

        doctor.sees(shown -> new NoticePage(shown, said));
        events.has(refusal("LOGIN_ERROR", "user_disabled"));
        events.hasNone("LOGIN");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoNeverCameByCard(Locale language) {
        isBarred(
                Account.created(RPPS),
                language,
                "proSanteOtpStrongAuthNever",
                refusal("LOGIN_ERROR", "access_denied").with("reason", "strong_auth_never"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoCameByCardTooLongAgo(Locale language) {
        var tenDaysAgo = Long.toString(Instant.now().minus(Duration.ofDays(10)).getEpochSecond());
        realm.option(CONFIG, "strongAuthMaxAge", "9");

        isBarred(
                Account.opened(RPPS).with("strongAuthAt", tenDaysAgo),
                language,
                "proSanteOtpStrongAuthTooOld",
                refusal("LOGIN_ERROR", "access_denied").with("reason", "strong_auth_too_old"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoChangedThePasswordSinceWhereThatMatters(Locale language) {
        realm.option(CONFIG, "strongAuthAfterPassword", "true");

        isBarred(
                Account.opened(RPPS),
                language,
                "proSanteOtpPasswordNewer",
                refusal("LOGIN_ERROR", "access_denied").with("reason", "password_newer"));
    }

    @ParameterizedTest(name = "{0}, closed: {1}")
    @CsvSource({"fr, portail", "en, portail", "fr, *", "en, *"})
    void whoComesFromAnApplicationThatIsClosed(Locale language, String closed) {
        realm.option(CONFIG, "closedClients", closed);

        isBarred(
                Account.opened(RPPS),
                language,
                "proSanteOtpClosed",
                refusal("LOGIN_ERROR", "access_denied").with("reason", "closed_for_client"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fr", "en"})
    void whoHasNoAddress(Locale language) {
        isBarred(
                Account.opened(RPPS).withEmail(""),
                language,
                "proSanteOtpNoAddress",
                refusal("LOGIN_ERROR", "invalid_email").with("reason", "no_address"));
    }

    private void isBarred(Account account, Locale language, String sentence, ExpectedEvent told) {
        realm.accounts().create(account);
        var doctor = people.enter(Habits.in(language));

        doctor.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);

        doctor.sees(CodePage::new).says(Wording.in(language).of(sentence));
        events.has(told);
        events.hasNone("SEND_VERIFY_EMAIL");
        assertThat(letters.countFor(account.email())).isZero();
        doctor.sees(CodePage::new).startsAgain();
        doctor.sees(LoginPage::new).offersItsDoors();
    }

    @Test
    void aSecondMailIsNotSentAtOnce() {
        var account = present();
        // With script the button counts down and cannot be pressed yet.
        var doctor = atTheCodePage(people.enter(Habits.french().withoutScript()));
        letters.codeFor(account.email());

        doctor.sees(CodePage::new).asksForAnother();

        doctor.sees(CodePage::new).says("Un code vient déjà d’être demandé.");
        assertThat(letters.countFor(account.email())).isEqualTo(1);
    }

    @Test
    void onlyTheLastOfTwoCodesCounts() {
        var account = present();
        realm.option(CONFIG, "resendDelay", "1");
        var doctor = atTheCodePage(people.somebody());
        var former = letters.codeFor(account.email());
        letters.isOlderThan(account.email(), Duration.ofSeconds(2));
        doctor.sees(CodePage::new).asksForAnother();
        var latest = letters.codeFor(account.email(), 2);

        doctor.sees(CodePage::new).types(former);
        doctor.sees(CodePage::new)
                .saysAt(CodePage.CODE, Wording.in(Locale.FRENCH).of("proSanteOtpWrong"));
        doctor.sees(CodePage::new).types(latest);

        doctor.sees(PortalPage::new);
    }

    private Account present() {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        return account;
    }

    private static Person atTheCodePage(Person person) {
        person.opensPortal().sees(LoginPage::new).logsIn(RPPS, Account.PASSWORD);
        return person;
    }

    private static String otherThan(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
