package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;

/** Answers that must not be believed, and answers that do not come: each with its event, its sentence and the doors. */
@Story
final class PscAttackIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String CREATE = "Créer mon compte";

    private int mark;

    @BeforeEach
    void marksTheLog(World world) {
        mark = world.testbed().keycloak().log().mark();
    }

    @AfterEach
    void nothingOfItIsInTheLog(World world) {
        Discretion.keptSince(mark, world, DOCTOR);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACCESS_DENIED, psc_cancelled, interrompu",
        "CONSENT_REQUIRED, psc_consent_required, interrompu",
        "LOGIN_REQUIRED, psc_login_required, Recommencez",
        "INTERACTION_REQUIRED, psc_interaction_required, Recommencez",
        "TEMPORARILY_UNAVAILABLE, psc_provider_unavailable, ne répond pas correctement",
        "SERVER_ERROR, psc_provider_unavailable, ne répond pas correctement",
        "CALLBACK_INVALID_CLIENT, psc_client_refused, correctement relié",
        "MIXED_UP_ISS, psc_mixed_up, a été refusée",
        "NO_CODE, psc_code_missing, a été refusée",
        "NO_STATE, psc_state_missing, a été refusée",
        "INVALID_CLIENT, psc_client_refused, correctement relié",
        "INVALID_GRANT, psc_code_refused, Recommencez",
        "TOKEN_500, psc_server_error, ne répond pas correctement",
        "TOKEN_GARBAGE, psc_not_understood, ne répond pas correctement",
        "TOKEN_HUGE, psc_too_large, ne répond pas correctement",
        "NO_ID_TOKEN, psc_not_understood, ne répond pas correctement",
        "ALG_NONE, psc_algorithm, a été refusée",
        "ALG_HS256, psc_algorithm, a été refusée",
        "WRONG_SIGNATURE, psc_signature, a été refusée",
        "UNKNOWN_KEY, psc_signature, a été refusée",
        "WRONG_ISSUER, psc_issuer, a été refusée",
        "WRONG_AUDIENCE, psc_audience, a été refusée",
        "WRONG_AZP, psc_authorized_party, a été refusée",
        "WRONG_NONCE, psc_nonce, a été refusée",
        "NO_NONCE, psc_nonce, a été refusée",
        "WRONG_AT_HASH, psc_access_token_hash, a été refusée",
        "EXPIRED, psc_expired, Recommencez",
        "FROM_THE_FUTURE, psc_from_the_future, a été refusée",
        "OTHER_NUMBER_IN_ID_TOKEN, psc_number_differs, a été refusée",
        "USERINFO_401, psc_userinfo_refused, Recommencez",
        "USERINFO_500, psc_server_error, ne répond pas correctement",
        "USERINFO_GARBAGE, psc_not_understood, ne répond pas correctement",
        "USERINFO_HTML, psc_not_understood, ne répond pas correctement",
        "USERINFO_HUGE, psc_too_large, ne répond pas correctement",
        "OTHER_SUBJECT, psc_subject_differs, a été refusée",
        "OTHER_PERSON, psc_subject_differs, a été refusée",
        "USERINFO_SIGNED_HS256, psc_algorithm, a été refusée",
        "USERINFO_SIGNED_WRONG_KEY, psc_signature, a été refusée",
        "USERINFO_SIGNED_WRONG_ISSUER, psc_issuer, a été refusée",
        "USERINFO_SIGNED_WRONG_AUDIENCE, psc_audience, a été refusée",
        "MALFORMED_NUMBER, psc_no_national_id, identifiant national reconnu",
        "NO_NUMBER, psc_no_national_id, identifiant national reconnu",
    })
    void isRefusedWithItsReasonAndTheOtherDoors(
            Fault fault,
            String reason,
            String sentence,
            PscNeighbour psc,
            Visitor visitor,
            EventLog events,
            StoryRealm realm) {
        psc.simulator().fault(fault);
        var begun = Instant.now();
        var end = visitor.comesBy(DOCTOR);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(end.body()).contains(sentence);
        assertThat(end.offersOtherDoors()).as("the other doors").isTrue();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", reason));
        assertThat(realm.accounts().count()).as("nothing half-created").isZero();
    }

    @ParameterizedTest(name = "iss required: {0}")
    @ValueSource(booleans = {false, true})
    void whoAnswersNeedsToBeSaidWhereThatIsAsked(
            boolean required, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("issRequired", String.valueOf(required)));
        psc.simulator().fault(Fault.NO_ISS);

        assertThat(visitor.comesBy(DOCTOR).body()).contains(required ? "a été refusée" : CREATE);
        if (required) {
            events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_mixed_up"));
        }
    }

    @ParameterizedTest(name = "key of numbers: {0}")
    @ValueSource(strings = {"tolerant", "strict"})
    void aNumberWithAWrongKeyIsKnownWhereThatIsTolerated(
            String check, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        var right = FictivePeople.rpps("9970099152");
        var last = Character.digit(right.charAt(right.length() - 1), 10);
        var wrong = right.substring(0, right.length() - 1) + (last + 1) % 10;
        psc.simulator().know(FictivePerson.doctor(wrong, "CLE-TEST", "LOU"));
        realm.provider(PscNeighbour.ALIAS, Map.of("keyCheck", check));

        var tolerant = check.equals("tolerant");
        assertThat(visitor.comesBy(wrong).body()).contains(tolerant ? CREATE : "identifiant national reconnu");
        if (!tolerant) {
            events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_no_national_id"));
        }
    }

    @Test
    void aReplayedAnswerIsRefused(PscNeighbour psc, Visitor visitor, EventLog events) {
        var answer = visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR);
        var callback = answer.location().orElseThrow();
        assertThat(visitor.follows(visitor.get(callback)).body()).contains(CREATE);
        psc.simulator().reset();

        var again = visitor.follows(visitor.get(callback));

        assertThat(visitor.isIn(again)).isFalse();
        assertThat(psc.simulator().calls()).as("the code is not tried again").isEmpty();
        assertThat(again.body()).contains("Recommencer la connexion");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_replayed"));
    }

    @Test
    void aCodeThatWasUsedIsRefusedInAnotherLogin(
            PscNeighbour psc, Visitor visitor, Visitor attacker, EventLog events, StoryRealm realm) {
        var used = comesBack(visitor);
        assertThat(visitor.follows(visitor.get(used)).body()).contains(CREATE);
        var fresh = comesBack(attacker);

        var end = attacker.follows(attacker.get(URI.create(fresh.toString().replace(code(fresh), code(used)))));

        assertThat(end.body()).contains("Recommencez");
        assertThat(end.offersOtherDoors()).isTrue();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_code_refused"));
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void aCodeThatWaitedTooLongIsRefused(PscNeighbour psc, Visitor visitor, EventLog events) {
        var callback = comesBack(visitor);
        psc.simulator().forward(Duration.ofMinutes(2));

        assertThat(visitor.follows(visitor.get(callback)).body()).contains("Recommencez");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_code_refused"));
    }

    @ParameterizedTest(name = "{0} s ahead, {1} s allowed: {2}")
    @CsvSource({"20, 30, in", "20, 10, psc_from_the_future"})
    void clocksMayDifferByWhatIsAllowed(
            int ahead,
            String allowed,
            String outcome,
            PscNeighbour psc,
            Visitor visitor,
            StoryRealm realm,
            EventLog events) {
        realm.provider(PscNeighbour.ALIAS, Map.of("allowedClockSkew", allowed));
        psc.simulator().forward(Duration.ofSeconds(ahead));

        var end = visitor.comesBy(DOCTOR);

        assertThat(end.body().contains(CREATE)).isEqualTo(outcome.equals("in"));
        if (!outcome.equals("in")) {
            events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", outcome));
        }
    }

    private static URI comesBack(Visitor visitor) {
        return visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR)
                .location()
                .orElseThrow();
    }

    private static String code(URI callback) {
        return callback.getQuery().replaceAll("(?:.*&)?code=([^&]*).*", "$1");
    }

    @Test
    void anAnswerWithoutStateToNobodyIsRefused(PscNeighbour psc, World world, Visitor visitor, StoryRealm realm) {
        var endpoint = world.testbed()
                .loginUrl()
                .resolve("/realms/" + realm.name() + "/broker/" + PscNeighbour.ALIAS + "/endpoint?code=x");

        var end = visitor.get(endpoint);

        assertThat(end.status()).isEqualTo(400);
        assertThat(end.body()).contains("a été refusée");
        assertThat(psc.simulator().calls()).isEmpty();
    }

    @Test
    void theAnswerToAnotherVisitorIsRefused(
            PscNeighbour psc, World world, Visitor victim, StoryRealm realm, EventLog events) {
        var attacker = new Visitor(
                world.testbed().pki().serverCa(),
                world.testbed().loginUrl().resolve("/realms/" + realm.name()),
                URI.create("https://localhost:1"));
        var answer = victim.showsCard(victim.choosesPsc(victim.arrives()), DOCTOR);

        var end = attacker.follows(attacker.get(answer.location().orElseThrow()));

        assertThat(end.body()).doesNotContain(CREATE);
        assertThat(realm.accounts().count()).isZero();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_replayed"));
    }

    @Test
    void aRotatedKeyIsFetchedOnce(PscNeighbour psc, Visitor visitor) {
        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        psc.simulator().rotateKeys();
        psc.simulator().reset();

        // Keycloak does not ask for keys again within a second, whatever a token says.
        await().until(() -> visitor.comesBy(DOCTOR).body().contains(CREATE));
        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        assertThat(psc.simulator().calls().stream()
                        .filter(call -> call.endpoint().equals("certs")))
                .hasSize(1);
    }

    @Test
    void aSignedUserinfoIsRead(PscNeighbour psc, Visitor visitor) {
        psc.simulator().fault(Fault.USERINFO_SIGNED);

        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
    }

    @Test
    void aLinkToSomebodyElsesAccountIsNotFollowed(
            PscNeighbour psc, Visitor visitor, StoryRealm realm, EventLog events) {
        var somebodyElse = FictivePeople.TWO_PRACTICES.idNat();
        realm.accounts().create(Account.created(somebodyElse));
        realm.accounts().link(somebodyElse, PscNeighbour.ALIAS, DOCTOR);

        var end = visitor.comesBy(DOCTOR);

        assertThat(end.body()).contains("ne correspond pas au compte");
        assertThat(visitor.isIn(end)).isFalse();
        events.has(refusal("IDENTITY_PROVIDER_LOGIN_ERROR", "identity_provider_login_failure")
                .with("reason", "psc_linked_to_another"));
    }

    @Test
    void aLinkOfTheFormerPluginIsTakenOver(PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        realm.accounts().create(Account.created(DOCTOR));
        var account = realm.accounts().ofNationalId(DOCTOR).orElseThrow();
        realm.accounts().link(DOCTOR, PscNeighbour.ALIAS, FictivePeople.ONE_PRACTICE.subject());

        visitor.comesBy(DOCTOR);

        var moved = realm.accounts().ofNationalId(DOCTOR).orElseThrow();
        assertThat(moved.getId()).isEqualTo(account.getId());
        assertThat(realm.administered().users().get(account.getId()).getFederatedIdentity())
                .extracting(FederatedIdentityRepresentation::getUserId)
                .containsExactly(DOCTOR);
    }
}
