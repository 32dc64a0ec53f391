package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Newcomer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.Cluster;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A node dies without a word at each step of a login, behind nginx without stickiness: what was done is there on the other
 * one, once. Each story is told {@code prosante.kills} times, each node dying in turn.
 */
@Story(nodes = 2)
final class KilledNodeIT {

    private static final String EMAIL = "jeanne.martin@exemple.test";
    private static final String RPPS = "899700098769";

    private Cluster cluster;
    private StoryRealm realm;
    private EventLog events;

    @BeforeEach
    void isThere(Cluster nodes, StoryRealm ownRealm, EventLog log) {
        cluster = nodes;
        realm = ownRealm;
        events = log;
    }

    static IntStream victims() {
        return IntStream.range(0, Integer.getInteger("prosante.kills", 1)).map(run -> 1 + run % 2);
    }

    @ParameterizedTest
    @MethodSource("victims")
    void afterTheCard(int victim, CardBox cards, Visitors visitors) {
        var card = cards.card("medecin");
        var doctor = visitors.holderOf(card);
        var proof = doctor.showsCardAtTheDoor(doctor.asksForTheDoor(doctor.arrives()));

        cluster.kill(victim);

        var account = doctor.follows(proof);
        opensTheOnlyAccount(doctor, account, card.idNat());
        var stranger = visitors.another();
        assertThat(stranger.isIn(stranger.follows(stranger.get(proof.location().orElseThrow()))))
                .as("the proof in another browser")
                .isFalse();
    }

    @ParameterizedTest
    @MethodSource("victims")
    void onTheAccountPage(int victim, CardBox cards, Visitors visitors) {
        var card = cards.card("medecin");
        var doctor = visitors.holderOf(card);
        var account = doctor.choosesCard(doctor.arrives());

        cluster.kill(victim);

        opensTheOnlyAccount(doctor, account, card.idNat());
    }

    @ParameterizedTest
    @MethodSource("victims")
    void onTheCharter(int victim, CardBox cards, Visitors visitors) {
        var card = cards.card("medecin");
        var doctor = new Newcomer(visitors.holderOf(card));
        var account = doctor.visitor().choosesCard(doctor.visitor().arrives());
        var charter = doctor.opensAccount(account, EMAIL, Account.PASSWORD);

        cluster.kill(victim);

        acceptsTheCharter(doctor, charter, card.idNat());
    }

    @ParameterizedTest
    @MethodSource("victims")
    void afterTheCodeWasMailed(int victim, Visitors visitors, Letterbox letters) {
        var known = Account.opened(RPPS);
        realm.accounts().create(known);
        var twice = visitors.atCodePage(2, RPPS, Account.PASSWORD);
        var code = letters.codeFor(known.email());

        cluster.kill(victim);

        assertThat(twice.get(0).types(code).isIn()).isTrue();
        assertThat(twice.get(1).types(code).isIn())
                .as("the same code in another browser")
                .isFalse();
        assertThat(letters.countFor(known.email())).isEqualTo(1);
        isInOnce(RPPS);
    }

    @ParameterizedTest
    @MethodSource("victims")
    void whileProSanteConnectIsAsked(int victim, PscNeighbour psc, Visitors visitors) {
        var person = FictivePeople.ONE_PRACTICE.idNat();
        var doctor = visitors.another();
        var back = doctor.showsCard(doctor.choosesPsc(doctor.arrives()), person);

        cluster.kill(victim);

        opensTheOnlyAccount(doctor, doctor.follows(back), person);
    }

    private void opensTheOnlyAccount(Visitor visitor, Answer accountPage, String nationalId) {
        assertThat(realm.accounts().count()).as("accounts before the form").isZero();
        var doctor = new Newcomer(visitor);
        acceptsTheCharter(doctor, doctor.opensAccount(accountPage, EMAIL, Account.PASSWORD), nationalId);
    }

    private void acceptsTheCharter(Newcomer doctor, Answer charterPage, String nationalId) {
        var end = doctor.acceptsCharter(charterPage);
        assertThat(doctor.visitor().isIn(end)).as(end::text).isTrue();
        assertThat(events.count(event("REGISTER"))).isEqualTo(1);
        isInOnce(nationalId);
    }

    private void isInOnce(String nationalId) {
        assertThat(events.count(event("LOGIN"))).isEqualTo(1);
        assertThat(realm.accounts().count()).as("accounts").isEqualTo(1);
        assertThat(realm.accounts().ofNationalId(nationalId).orElseThrow().getAttributes())
                .containsKeys("charterVersion", "charterAcceptedAt", "strongAuthAt");
    }
}
