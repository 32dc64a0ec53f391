package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.browser.Visitors.AtCodePage;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keycloak's own protection counts wrong codes as it counts wrong passwords. */
@Story
final class BruteForceIT {

    private static final String RPPS = "899700098769";
    private static final String UNKNOWN = "899700218896";

    @ParameterizedTest
    @CsvSource({"false, USER_DISABLED_BY_TEMPORARY_LOCKOUT", "true, USER_DISABLED_BY_PERMANENT_LOCKOUT"})
    void wrongCodesLockTheAccountWhichThenReadsLikeAnUnknownOne(
            boolean forGood, String lockOut, Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = present(realm);
        realm.changed(one -> one.setPermanentLockout(forGood));
        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        var code = letters.codeFor(account.email());

        var afterwards = wrong(doctor, code, 5, 0, realm);
        realm.accounts().isLocked(RPPS);

        events.has(event(lockOut));
        assertThat(afterwards.types(code).isIn()).isFalse();
        events.hasNone("LOGIN");
        var locked = visitors.another();
        var unknown = visitors.another();
        assertThat(locked.logsIn(locked.arrives(), RPPS, Account.PASSWORD).text())
                .isEqualTo(unknown.logsIn(unknown.arrives(), UNKNOWN, Account.PASSWORD)
                        .text()
                        .replace(UNKNOWN, RPPS));
        assertThat(letters.countFor(account.email())).isEqualTo(1);
    }

    @Test
    void wrongPasswordsAndWrongCodesAddUp(Visitors visitors, StoryRealm realm, Letterbox letters) {
        var account = present(realm);
        var thief = visitors.another();
        var page = thief.arrives();
        for (int error = 0; error < 3; error++) {
            page = thief.logsIn(page, RPPS, "Tilleul-Verveine-43");
            realm.accounts().hasFailed(RPPS, error + 1);
        }
        // Not reset by the password, only by the whole login.
        var at = new AtCodePage(thief, thief.logsIn(page, RPPS, Account.PASSWORD));

        wrong(at, letters.codeFor(account.email()), 2, 3, realm);

        realm.accounts().isLocked(RPPS);
    }

    @Test
    void aLoginResetsTheCount(Visitors visitors, StoryRealm realm, Letterbox letters) {
        var account = present(realm);
        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        var code = letters.codeFor(account.email());
        var afterwards = wrong(doctor, code, 4, 0, realm);

        assertThat(afterwards.types(code).isIn()).isTrue();

        realm.accounts().hasFailed(RPPS, 0);
    }

    /** Keycloak counts behind the answer, and does not count what comes meanwhile. */
    private static AtCodePage wrong(AtCodePage guesser, String code, int times, int before, StoryRealm realm) {
        var now = guesser;
        for (int guess = 1; guess <= times; guess++) {
            now = now.types("%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000));
            realm.accounts().hasFailed(RPPS, before + guess);
        }
        return now;
    }

    private static Account present(StoryRealm realm) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        // Two failures within a tenth of a second lock at once; what is counted here is how many.
        realm.changed(one -> one.setQuickLoginCheckMilliSeconds(0L));
        return account;
    }
}
