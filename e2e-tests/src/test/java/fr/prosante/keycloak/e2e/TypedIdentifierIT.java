package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is understood on the login page is understood where the password is forgotten, however the identifier is typed. */
@Story
final class TypedIdentifierIT {

    private static final String RPPS = "899700098769";
    private static final String ADELI = "00B6077602";

    @ParameterizedTest
    @CsvSource({
        RPPS + ", 899700098769",
        RPPS + ", 99700098769",
        RPPS + ", 8 9970 0098 769",
        RPPS + ", ' 997 000 987 69 '",
        RPPS + ", '8\u00a09970\u202f0098769\u200b'",
        ADELI + ", 00B6077602",
        ADELI + ", 00b6077602",
        ADELI + ", 0B6077602",
        ADELI + ", '0b 607 7602'",
        "0990000010, 990000010",
        "30B0057881/CPET0002, 30B0057881/CPET0002",
        "30B0057881/CPET0002, 30b0057881 / cpet0002",
    })
    void ofANationalIdentifier(
            String nationalId, String typed, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(nationalId);
        realm.accounts().create(account);

        isUnderstoodTwice(account, typed, visitors, letters, events);
    }

    @ParameterizedTest
    @CsvSource({"00B6077602", "00b6077602", "0B6077602", "'0b 607 7602'"})
    void ofAFormerNumberOfWhoMovedToRpps(
            String typed, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS).with("adeli", ADELI);
        realm.accounts().create(account);

        isUnderstoodTwice(account, typed, visitors, letters, events);
    }

    /** Where the administrator lets in others than professionals. */
    @ParameterizedTest
    @CsvSource({"899700098769@exemple.test", "' 899700098769@EXEMPLE.test '", "899700098769"})
    void ofAnAddressWhereAddressesAreNames(
            String typed, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        realm.option("pro-sante-login-form", "plainNames", "allowed");
        realm.option("pro-sante-reset-choose-user", "plainNames", "allowed");
        realm.changed(one -> one.setLoginWithEmailAllowed(true));

        isUnderstoodTwice(account, typed, visitors, letters, events);
    }

    private static void isUnderstoodTwice(
            Account account, String typed, Visitors visitors, Letterbox letters, EventLog events) {
        var forgetful = visitors.another();
        var answer = forgetful.submits(forgetful.hasForgottenPassword(forgetful.arrives()), Map.of("username", typed));
        assertThat(answer.status()).as(answer::text).isEqualTo(200);
        assertThat(letters.linkFor(account.email())).contains("action-token");
        events.has(event("SEND_RESET_PASSWORD")
                .with("reason", "mail_handed_over")
                .with("username", account.nationalId().toLowerCase(Locale.ROOT)));

        var doctor = visitors.another();
        var codePage = doctor.logsIn(doctor.arrives(), typed, Account.PASSWORD);
        var end = doctor.types(codePage, letters.codeFor(account.email(), 2));
        assertThat(doctor.isIn(end)).as(end::text).isTrue();
    }
}
