package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.psc.Call;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.psc.PscSimulator;
import fr.prosante.keycloak.testbed.server.Ports;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pro Santé Connect slow, down or unreachable: a bounded wait, a sentence, the other doors, and nothing left behind. */
@Story
final class PscOutageIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();

    private int mark;

    @BeforeEach
    void marksTheLog(World world) {
        mark = world.testbed().keycloak().log().mark();
    }

    @AfterEach
    void nothingOfItIsInTheLog(World world) {
        Discretion.keptSince(mark, world, DOCTOR);
    }

    private static void isSaidAndLeavesNothing(Answer end, EventLog events, StoryRealm realm, String reason) {
        assertThat(end.body()).contains("ne répond pas correctement");
        assertThat(end.offersOtherDoors()).isTrue();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", reason));
        assertThat(realm.accounts().count()).isZero();
    }

    /** The empty text is the default, of four seconds. */
    @ParameterizedTest(name = "time to answer: {0}")
    @ValueSource(strings = {"2", ""})
    void anAnswerThatTakesFiveSecondsIsNotWaitedFor(
            String timeout, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("timeout", timeout));
        var callback = visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR);
        psc.simulator().set(now -> now.withLatency(Duration.ofSeconds(5)));

        var begun = Instant.now();
        var end = visitor.follows(callback);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(timeout.isEmpty() ? 8 : 5));
        isSaidAndLeavesNothing(end, events, realm, "psc_no_answer");
    }

    @ParameterizedTest
    @EnumSource(names = {"TOKEN_SLOW", "TOKEN_TRICKLE", "USERINFO_SLOW"})
    void eachAnswerIsCutOffByTheClock(
            Fault fault, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("timeout", "2"));
        psc.simulator().fault(fault);
        var callback = visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR);

        var begun = Instant.now();
        var end = visitor.follows(callback);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        isSaidAndLeavesNothing(end, events, realm, "psc_no_answer");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "KEYS_SLOW, psc_no_answer",
        "KEYS_TRICKLE, psc_no_answer",
        "KEYS_500, psc_server_error",
        "KEYS_GARBAGE, psc_not_understood",
        "KEYS_EMPTY, psc_not_understood",
        "KEYS_HUGE, psc_too_large",
    })
    void keysThatDoNotComeAreAnOutageAndNoForgery(
            Fault fault, String reason, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("timeout", "2"));
        realm.administered().clearKeysCache();
        psc.simulator().fault(fault);

        var begun = Instant.now();
        var end = visitor.comesBy(DOCTOR);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(8));
        assertThat(psc.simulator().calls()).doesNotContain(new Call("GET", "userinfo"));
        isSaidAndLeavesNothing(end, events, realm, reason);
    }

    @Test
    void keysAtAServerThatIsDownAreAnOutage(PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("jwksUrl", "https://localhost:" + Ports.free() + "/certs"));
        realm.administered().clearKeysCache();

        isSaidAndLeavesNothing(visitor.comesBy(DOCTOR), events, realm, "psc_no_answer");
    }

    @Test
    void aServerThatIsDownIsSaid(PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("tokenUrl", "https://localhost:" + Ports.free() + "/token"));

        isSaidAndLeavesNothing(visitor.comesBy(DOCTOR), events, realm, "psc_no_answer");
    }

    @Test
    void anOutageIsSaid(PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        var callback = visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR);
        psc.simulator().set(now -> now.withOutage(true));

        isSaidAndLeavesNothing(visitor.follows(callback), events, realm, "psc_server_error");
    }

    @Test
    void aServerWhoseCertificateNobodyKnowsGetsNoCode(
            PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm, CardBox cards) {
        try (var stranger = PscSimulator.start(cards.card("emetteur-etranger").leaf())) {
            realm.provider(
                    PscNeighbour.ALIAS, Map.of("tokenUrl", stranger.token().toString()));

            isSaidAndLeavesNothing(visitor.comesBy(DOCTOR), events, realm, "psc_no_answer");
            assertThat(stranger.calls()).isEmpty();
        }
    }

    @Test
    void whatComesAfterAnOutageIsALoginLikeAnother(PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        psc.simulator().fault(Fault.TOKEN_500);
        var refused = visitor.comesBy(DOCTOR);
        assertThat(refused.offersOtherDoors()).isTrue();
        psc.simulator().reset();

        var wallet = visitor.choosesPsc(refused);

        assertThat(wallet.body()).as("from the page of the refusal").contains("Créer mon compte");
    }
}
