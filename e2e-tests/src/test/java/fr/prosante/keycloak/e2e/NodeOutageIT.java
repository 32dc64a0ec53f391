package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Newcomer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.NewAuthority;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.crl.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.Cluster;
import fr.prosante.keycloak.testbed.server.WrongClock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What two nodes behind nginx lean on goes away and comes back: a page that says so, and logins again without anybody's
 * restarting a node.
 */
@Story(nodes = 2)
final class NodeOutageIT {

    private static final String RPPS = "899700098769";
    private static final Duration A_NODE_FINDS_ITS_DATABASE_AGAIN = Duration.ofSeconds(60);
    private static final Duration A_LIST_IS_ASKED_FOR_AGAIN = Duration.ofMinutes(3);

    @Test
    void aDatabaseThatRestartsTwiceDuringALoginStopsNobody(
            Cluster cluster, CardBox cards, Visitors visitors, StoryRealm realm, Letterbox letters) {
        var known = present(realm);
        var doctor = visitors.another();
        var loginPage = doctor.arrives();
        cluster.database().restart();
        var codePage = doctor.logsIn(loginPage, RPPS, Account.PASSWORD);
        var code = letters.codeFor(known.email());
        cluster.database().restart();

        assertIn(doctor, doctor.types(codePage, code));
        comesForTheFirstTime(visitors.holderOf(cards.card("pharmacien")));
    }

    @Test
    void withoutTheDatabaseAPageSaysSoAndTheSameLoginGoesOnWhenItIsBack(
            Cluster cluster, Visitors visitors, StoryRealm realm, Letterbox letters) {
        var known = present(realm);
        var doctor = visitors.another();
        var loginPage = doctor.arrives();
        cluster.database().goesDown();

        var without = doctor.logsIn(loginPage, RPPS, Account.PASSWORD);

        assertThat(without.status()).isGreaterThanOrEqualTo(500);
        assertThat(without.says("Le service est momentanément indisponible"))
                .as(without::body)
                .isTrue();
        cluster.database().comesBack();
        // « Réessayez dans quelques instants », until the nodes have let their dead connections go.
        var codePage = await().atMost(A_NODE_FINDS_ITS_DATABASE_AGAIN)
                .until(
                        () -> doctor.logsIn(loginPage, RPPS, Account.PASSWORD),
                        page -> page.body().contains("pro-sante-otp-form"));
        assertIn(doctor, doctor.types(codePage, letters.codeFor(known.email())));
    }

    @Test
    void withoutMailTheCodePageSaysSoAndTheNextMailOpens(Visitors visitors, StoryRealm realm, Letterbox letters) {
        var known = present(realm);
        letters.breaksDown();
        var doctor = visitors.another();

        var without = doctor.logsIn(doctor.arrives(), RPPS, Account.PASSWORD);

        assertThat(says(without, "proSanteOtpFailed")).as(without::text).isTrue();
        letters.areDeliveredAgain();
        var again = doctor.follows(doctor.submits(without, Map.of("resend", "true")));
        assertIn(doctor, doctor.types(again, letters.codeFor(known.email())));
    }

    @Test
    void withoutListsTheCardIsRefusedAndAcceptedWhenTheyAreBack(Visitors visitors, StoryRealm realm) {
        present(realm);
        try (var authority = NewAuthority.called("gone-for-a-while").isTrustedBy(realm)) {
            authority.lists().fail(Fault.ERROR);
            var card = authority.issues(RPPS);
            var doctor = visitors.holderOf(card);

            var refused = doctor.choosesCard(doctor.arrives());

            assertThat(says(refused, "proSanteCardRefusedCannotTell"))
                    .as(refused::text)
                    .isTrue();
            authority.lists().fail(Fault.NONE);
            await().atMost(A_LIST_IS_ASKED_FOR_AGAIN)
                    .pollInterval(Duration.ofSeconds(5))
                    .until(() -> {
                        var later = visitors.holderOf(card);
                        return later.isIn(later.choosesCard(later.arrives()));
                    });
        }
    }

    @Test
    void withoutProSanteConnectTheOtherDoorsAreOfferedUntilItIsBack(PscNeighbour psc, Visitors visitors) {
        var person = FictivePeople.ONE_PRACTICE.idNat();
        var doctor = visitors.another();
        var back = doctor.showsCard(doctor.choosesPsc(doctor.arrives()), person);
        psc.simulator().set(now -> now.withOutage(true));

        var refused = doctor.follows(back);

        assertThat(refused.body()).contains("ne répond pas correctement");
        assertThat(refused.offersOtherDoors()).isTrue();
        psc.simulator().reset();
        opensAnAccount(doctor, doctor.comesBy(person));
    }

    /** By Pro Santé Connect that node lets nobody in: a token from the future is refused beyond the allowed skew. */
    @ParameterizedTest
    @ValueSource(ints = {-30, 30})
    void aNodeWhoseClockIsHalfAMinuteOffTakesCardsAndCodes(
            int seconds, Cluster cluster, CardBox cards, Visitors visitors, StoryRealm realm, Letterbox letters) {
        Assumptions.assumeTrue(WrongClock.installed(), "libfaketime is not installed: SKIPPED");
        var known = present(realm);
        cluster.restart(1, Duration.ofSeconds(seconds));

        for (int login = 1; login <= 2; login++) {
            var doctor = visitors.atCodePage(1, RPPS, Account.PASSWORD).get(0);
            assertThat(doctor.types(letters.codeFor(known.email(), login)).isIn())
                    .as("login %d by code", login)
                    .isTrue();
            // An odd number of requests, so that each node does what the other one did.
            visitors.another().arrives();
        }
        comesForTheFirstTime(visitors.holderOf(cards.card("pharmacien")));
    }

    private static Account present(StoryRealm realm) {
        var account = Account.opened(RPPS);
        realm.accounts().create(account);
        return account;
    }

    private static void comesForTheFirstTime(Visitor visitor) {
        opensAnAccount(visitor, visitor.choosesCard(visitor.arrives()));
    }

    private static void opensAnAccount(Visitor visitor, Answer accountPage) {
        var doctor = new Newcomer(visitor);
        var email = "nouveau." + visitor.hashCode() + "@exemple.test";
        assertIn(visitor, doctor.acceptsCharter(doctor.opensAccount(accountPage, email, Account.PASSWORD)));
    }

    private static void assertIn(Visitor visitor, Answer end) {
        assertThat(visitor.isIn(end)).as(end::text).isTrue();
    }

    private static boolean says(Answer page, String key) {
        return page.says(Wording.in(Locale.FRENCH).of(key));
    }
}
