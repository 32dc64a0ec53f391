package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.events.ExpectedEvent;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tickets and proofs in the wrong hands, at the wrong time, or twice; on two nodes, each asked in turn. */
@Story(nodes = 2)
final class CardAttackIT {

    private static final String STEP = "pro-sante-card";
    private static final ExpectedEvent STALE =
            refusal("LOGIN_ERROR", "invalid_code").with("reason", "stale_proof");

    /** The doctor may have a login of his own under way in the browser that opens the attacker's link. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aLinkToTheDoorOpenedByAnotherBrowserLogsNobodyIn(
            boolean doctorIsLoggingIn, CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var card = known(cards, realm);
        var attacker = visitors.another();
        var toTheDoor = attacker.asksForTheDoor(attacker.arrives());
        var doctor = visitors.holderOf(card);
        if (doctorIsLoggingIn) {
            doctor.arrives();
        }

        var back = doctor.showsCardAtTheDoor(toTheDoor);
        var end = doctor.follows(back);

        assertThat(back.location())
                .hasValueSatisfying(address -> assertThat(address).hasParameter("card_return"));
        assertThat(doctor.isIn(end)).as(end::text).isFalse();
        var again = attacker.get(toTheDoor.location().orElseThrow());
        assertThat(says(again, "proSanteCardDoorUnknownTicket")).as(again::text).isTrue();
        var withoutProof = attacker.follows(attacker.get(without(back)));
        assertThat(attacker.isIn(withoutProof)).as(withoutProof::text).isFalse();
        assertThat(attacker.arrives().body()).contains("id=\"password\"");
        assertThat(doctor.arrives().body()).contains("id=\"password\"");
        events.hasNone("LOGIN");

        // The control: the door took the card, and what it found is good in the browser that asked, had it ever come
        // there.
        var proof = doctor.showsCardAtTheDoor(attacker.asksForTheDoor(attacker.arrives()))
                .location()
                .orElseThrow();
        assertThat(hasCode(attacker.get(proof))).isTrue();
    }

    @Test
    void aTicketOpensTheDoorOnce(CardBox cards, Visitors visitors, StoryRealm realm) {
        var doctor = visitors.holderOf(known(cards, realm));
        var toTheDoor = doctor.asksForTheDoor(doctor.arrives());
        doctor.showsCardAtTheDoor(toTheDoor);

        var again = doctor.get(toTheDoor.location().orElseThrow());

        assertThat(again.status()).isEqualTo(400);
        assertThat(says(again, "proSanteCardDoorUnknownTicket")).as(again::text).isTrue();
    }

    @Test
    void ofTenUsesOfATicketAtTheSameInstantOneCounts(CardBox cards, Visitors visitors, StoryRealm realm) {
        var doctor = visitors.holderOf(known(cards, realm));
        var door = doctor.asksForTheDoor(doctor.arrives()).location().orElseThrow();

        var answers = Visitors.atOnce(Collections.nCopies(10, doctor), one -> one.get(door));

        assertThat(answers.stream().filter(answer -> answer.status() == 400)).hasSize(9);
    }

    @Test
    void ofTenRedemptionsAtTheSameInstantOneLogsIn(
            CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var doctor = visitors.holderOf(known(cards, realm));
        var proof = proof(doctor);

        var answers = Visitors.atOnce(Collections.nCopies(10, doctor), one -> one.get(proof));

        assertThat(answers.stream().filter(CardAttackIT::hasCode)).hasSize(1);
        assertThat(events.count(event("LOGIN"))).isEqualTo(1);
    }

    @Test
    void aProofIsRedeemedOnce(CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var doctor = visitors.holderOf(known(cards, realm));
        var proof = proof(doctor);
        assertThat(hasCode(doctor.get(proof))).isTrue();

        assertThat(hasCode(doctor.follows(doctor.get(proof)))).isFalse();
        assertThat(hasCode(visitors.another().get(proof))).isFalse();
        assertThat(events.count(event("LOGIN"))).isEqualTo(1);
    }

    @Test
    void aProofOfAnotherSessionIsWorthNothing(CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var doctor = visitors.holderOf(known(cards, realm));
        var thief = visitors.another();
        var stolen = proof(doctor);

        isRefused(thief, thief.get(with(proof(thief), stolen)), events);

        isRefused(doctor, doctor.get(stolen), events);
    }

    @Test
    void aProofOfAnotherTabIsWorthNothing(CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var doctor = visitors.holderOf(known(cards, realm));
        var first = proof(doctor);
        var second = proof(doctor);

        isRefused(doctor, doctor.get(with(first, second)), events);
    }

    @Test
    void aProofOfAnotherRealmIsWorthNothing(
            World world, CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var card = known(cards, realm);
        try (var elsewhere = world.opensRealm("card-attack-elsewhere")) {
            var doctorElsewhere = elsewhere.visitors().holderOf(card);
            var thief = visitors.another();

            isRefused(thief, thief.get(with(proof(thief), proof(doctorElsewhere))), events);
        }
    }

    @Test
    void aTicketOfAnotherRealmOpensNothing(World world, CardBox cards, Visitors visitors, StoryRealm realm) {
        var card = known(cards, realm);
        try (var elsewhere = world.opensRealm("card-ticket-elsewhere")) {
            var stranger = elsewhere.visitors().holderOf(card);
            var door = stranger.asksForTheDoor(stranger.arrives()).location().orElseThrow();
            var doctor = visitors.holderOf(card);

            var answer = doctor.get(
                    URI.create(door.toString().replace("/card-ticket-elsewhere/", "/" + realm.name() + "/")));

            assertThat(answer.status()).isEqualTo(400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "../../admin", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "%C3%A9"})
    void anInventedProofIsWorthNothing(String handle, Visitors visitors, EventLog events) {
        var thief = visitors.another();

        isRefused(
                thief,
                thief.get(URI.create(proof(thief).toString().replaceAll("card_return=.*", "card_return=" + handle))),
                events);
    }

    @Test
    void whatIsOldIsWorthNothing(CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) {
        var card = known(cards, realm);
        realm.option(STEP, "ticketSeconds", "5");
        var doctor = visitors.holderOf(card);
        var other = visitors.holderOf(card);
        var proof = proof(doctor);
        var toTheDoor = other.asksForTheDoor(other.arrives());
        var old = Instant.now().plus(Duration.ofSeconds(7));
        await().atMost(Duration.ofSeconds(30)).until(() -> Instant.now().isAfter(old));

        isRefused(doctor, doctor.get(proof), events);

        var late = other.follows(other.showsCardAtTheDoor(toTheDoor));
        assertThat(says(late, "proSanteCardRefusedTooLate")).as(late::text).isTrue();
        events.has(refusal("LOGIN_ERROR", "expired_code").with("reason", "too_late"));
        events.hasNone("LOGIN");
    }

    private static void isRefused(Visitor visitor, Answer answer, EventLog events) {
        assertThat(visitor.isIn(answer)).as(answer::text).isFalse();
        assertThat(says(answer, "proSanteCardRefusedStaleProof"))
                .as(answer::text)
                .isTrue();
        events.has(STALE);
        events.hasNone("LOGIN");
    }

    private static Card known(CardBox cards, StoryRealm realm) {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        return card;
    }

    /** Address at which the visitor, and nobody else, can say that his card was seen; or that he has none. */
    private static URI proof(Visitor visitor) {
        return visitor.showsCardAtTheDoor(visitor.asksForTheDoor(visitor.arrives()))
                .location()
                .orElseThrow();
    }

    private static URI with(URI own, URI stolen) {
        var handle = stolen.getQuery().replaceAll(".*card_return=", "");
        return URI.create(own.toString().replaceAll("card_return=.*", "card_return=" + handle));
    }

    private static URI without(Answer back) {
        return URI.create(back.location().orElseThrow().toString().replaceAll("[?&]card_return=.*", ""));
    }

    private static boolean hasCode(Answer answer) {
        return answer.location()
                .map(URI::getQuery)
                .filter(query -> query.matches("(?:.*&)?code=.*"))
                .isPresent();
    }

    private static boolean says(Answer page, String key) {
        return page.says(Wording.in(Locale.FRENCH).of(key));
    }
}
