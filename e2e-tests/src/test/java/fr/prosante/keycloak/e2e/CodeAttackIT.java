package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.browser.Visitors.AtCodePage;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.events.ExpectedEvent;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.server.Cluster;
import fr.prosante.keycloak.testbed.server.WrongClock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The e-mailed code on two nodes, under attack and under the blows of fate. */
@Story(nodes = 2)
final class CodeAttackIT {

    private static final String RPPS = "899700098769";
    private static final String CONFIG = "pro-sante-email-otp";
    private static final int CONNECTIONS = 50;
    private static final int GUESSES = 20;

    /** Without Keycloak's own protection, which would stop most guesses before they come to the code. */
    @Test
    void ofAThousandParallelGuessesFiveAreLookedAtAndTheOwnerComesInAfterwards(
            Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = present(realm);
        realm.option(CONFIG, "resendDelay", "1");
        realm.changed(one -> one.setBruteForceProtected(false));
        var attackers = visitors.atCodePage(CONNECTIONS, RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());
        assertThat(letters.countFor(account.email())).isEqualTo(1);

        var afterwards = Visitors.atOnce(attackers, attacker -> guesses(attacker, code, GUESSES));

        assertThat(afterwards).noneMatch(AtCodePage::isIn);
        assertThat(events.count(refused("code_wrong"))).isEqualTo(5);
        assertThat(events.count(refused("attempts_used_up"))).isEqualTo(CONNECTIONS * GUESSES - 5);
        var attacker = afterwards.get(0).types(code);
        assertThat(attacker.isIn()).as("the right code").isFalse();
        events.hasNone("LOGIN");

        var owner = new AtCodePage(
                attacker.visitor(), attacker.visitor().submits(attacker.page(), Map.of("resend", "true")));
        var refused = owner.types(code);
        assertThat(refused.isIn()).as("the former code").isFalse();
        assertThat(refused.types(letters.codeFor(account.email(), 2)).isIn())
                .as("the next code")
                .isTrue();
    }

    @Test
    void wrongCodesFromAllSidesLockTheAccountForAWhile(
            Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = present(realm);
        realm.option(CONFIG, "resendDelay", "1");
        realm.changed(one -> {
            one.setWaitIncrementSeconds(10);
            one.setMinimumQuickLoginWaitSeconds(10);
            one.setMaxFailureWaitSeconds(10);
        });
        var attackers = visitors.atCodePage(10, RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());

        var afterwards = Visitors.atOnce(attackers, attacker -> guesses(attacker, code, 2));

        assertThat(events.count(refused("code_wrong"))).isBetween(1L, 5L);
        events.has(event("USER_DISABLED_BY_TEMPORARY_LOCKOUT"));
        assertThat(afterwards.get(0).types(code).isIn()).as("the right code").isFalse();
        events.hasNone("LOGIN");

        realm.accounts().isUnlocked(RPPS);
        var owner = visitors.another();
        var page = owner.submits(owner.logsIn(owner.arrives(), RPPS, Account.PASSWORD), Map.of("resend", "true"));
        assertThat(owner.isIn(owner.types(page, letters.codeFor(account.email(), 2))))
                .as("the next code")
                .isTrue();
    }

    @Test
    void theSameCodePostedTwentyTimesAtTheSameInstantOpensOneSession(
            Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = present(realm);
        var crowd = visitors.atCodePage(20, RPPS, Account.PASSWORD);
        var code = letters.codeFor(account.email());

        var afterwards = Visitors.atOnce(crowd, one -> one.types(code));

        assertThat(afterwards.stream().filter(AtCodePage::isIn)).hasSize(1);
        assertThat(events.count(event("LOGIN"))).isEqualTo(1);
    }

    @Test
    void theNodeThatSentTheCodeIsKilledAndTheOtherOneTakesIt(
            Cluster cluster, Visitors visitors, StoryRealm realm, Letterbox letters) {
        var account = present(realm);
        var before = mailsSent(cluster);
        var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
        var code = letters.codeFor(account.email());
        await().until(() -> !mailsSent(cluster).equals(before));
        var sender = mailsSent(cluster).get(0).equals(before.get(0)) ? 2 : 1;

        cluster.kill(sender);

        assertThat(doctor.types(code).isIn()).isTrue();
    }

    @Test
    void aCodeIsOfItsOwnerOnly(Visitors visitors, StoryRealm realm, Letterbox letters, EventLog events) {
        var account = present(realm);
        realm.accounts().create(Account.opened("899700218896"));
        visitors.atCodePage(1, RPPS, Account.PASSWORD);
        var other = visitors.atCodePage(1, "899700218896", Account.PASSWORD).get(0);

        assertThat(other.types(letters.codeFor(account.email())).isIn()).isFalse();

        events.has(refused("code_wrong"));
        events.hasNone("LOGIN");
    }

    @Test
    void aCodeOpensWhicheverNodeJudgesItWithClocksTenSecondsApart(
            Cluster cluster, Visitors visitors, StoryRealm realm, Letterbox letters) {
        Assumptions.assumeTrue(WrongClock.installed(), "libfaketime is not installed: SKIPPED");
        var account = present(realm);
        cluster.restart(1, Duration.ofSeconds(-5));
        cluster.restart(2, Duration.ofSeconds(5));

        for (int login = 1; login <= 6; login++) {
            // An odd number of requests in between, so that each node sends and each one judges.
            if (login % 2 == 0) {
                visitors.another().arrives();
            }
            var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
            var code = letters.codeFor(account.email(), login);
            var refused = doctor.types(other(code));
            assertThat(refused.isIn()).isFalse();
            assertThat(refused.types(code).isIn()).as("login %d", login).isTrue();
        }
        assertThat(letters.countFor(account.email())).isEqualTo(6);
    }

    private static ExpectedEvent refused(String reason) {
        return refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", reason);
    }

    private static AtCodePage guesses(AtCodePage attacker, String code, int count) {
        var now = attacker;
        for (int guess = 0; guess < count; guess++) {
            now = now.types(other(code));
        }
        return now;
    }

    private static List<Double> mailsSent(Cluster cluster) {
        return cluster.nodes().stream()
                .map(node -> node.metrics().sum("prosante_mail_seconds_count", "outcome=\"mail_handed_over\""))
                .toList();
    }

    private static Account present(StoryRealm realm) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        return account;
    }

    private static String other(String code) {
        return "%06d".formatted((Integer.parseInt(code) + 1) % 1_000_000);
    }
}
