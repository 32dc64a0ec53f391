package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** Answers that must not be believed, and answers that do not come: each with its event, its sentence and the doors. */
@Story
final class PscAttackIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String CREATE = "Créer mon compte";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "ACCESS_DENIED, psc_cancelled, interrompu",
        "CONSENT_REQUIRED, psc_consent_required, interrompu",
        "LOGIN_REQUIRED, psc_login_required, Recommencez",
        "INTERACTION_REQUIRED, psc_login_required, Recommencez",
        "TEMPORARILY_UNAVAILABLE, psc_provider_unavailable, ne répond pas correctement",
        "SERVER_ERROR, psc_provider_unavailable, ne répond pas correctement",
        "CALLBACK_INVALID_CLIENT, psc_client_refused, correctement relié",
        "MIXED_UP_ISS, psc_mixed_up, a été refusée",
        "NO_CODE, psc_code_missing, a été refusée",
        "INVALID_CLIENT, psc_client_refused, correctement relié",
        "INVALID_GRANT, psc_code_refused, Recommencez",
        "TOKEN_500, psc_server_error, ne répond pas correctement",
        "TOKEN_GARBAGE, psc_not_understood, ne répond pas correctement",
        "TOKEN_HUGE, psc_too_large, ne répond pas correctement",
        "TOKEN_SLOW, psc_no_answer, ne répond pas correctement",
        "TOKEN_TRICKLE, psc_no_answer, ne répond pas correctement",
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
        "USERINFO_SLOW, psc_no_answer, ne répond pas correctement",
        "OTHER_SUBJECT, psc_subject_differs, a été refusée",
        "OTHER_PERSON, psc_subject_differs, a été refusée",
        "USERINFO_SIGNED_HS256, psc_algorithm, a été refusée",
        "MALFORMED_NUMBER, psc_no_national_id, identifiant national reconnu",
        "NO_NUMBER, psc_no_national_id, identifiant national reconnu",
    })
    void isRefusedWithItsReasonAndTheOtherDoors(
            Fault fault,
            String reason,
            String sentence,
            World world,
            PscNeighbour psc,
            Visitor visitor,
            EventLog events,
            StoryRealm realm) {
        int mark = world.testbed().keycloak().log().mark();
        psc.simulator().fault(fault);
        var begun = Instant.now();
        var end = visitor.comesBy(DOCTOR);

        assertThat(Duration.between(begun, Instant.now())).isLessThan(Duration.ofSeconds(30));
        assertThat(end.body()).contains(sentence);
        assertThat(end.offersOtherDoors()).as("the other doors").isTrue();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", reason));
        assertThat(realm.accounts().count()).as("nothing half-created").isZero();
        assertThat(world.testbed().keycloak().log().since(mark))
                .as("no token, code or national identifier in the log")
                .noneMatch(line -> line.contains(DOCTOR)
                        || line.contains("eyJ")
                        || line.contains("code=")
                        || line.contains("id_token"));
    }

    @ParameterizedTest(name = "acr {0}, minimum {1}: {2}")
    @CsvSource({
        ", , in",
        "eidas1, , in",
        "eidas2, , in",
        "eidas3, , in",
        "autre, , in",
        ", eidas1, in",
        "eidas1, eidas1, in",
        "eidas2, eidas1, in",
        "eidas3, eidas1, in",
        "autre, eidas1, psc_acr_unknown",
        ", eidas2, psc_acr_absent",
        "eidas1, eidas2, psc_acr_too_low",
        "eidas2, eidas2, in",
        "eidas3, eidas2, in",
        "autre, eidas2, psc_acr_unknown",
    })
    void levelsAreComparedWithTheMinimum(
            String acr,
            String minimum,
            String outcome,
            PscNeighbour psc,
            Visitor visitor,
            EventLog events,
            StoryRealm realm) {
        setting(realm, "acrMinimum", Optional.ofNullable(minimum).orElse(""));
        psc.simulator().acr(Optional.ofNullable(acr));

        var end = visitor.comesBy(DOCTOR);

        if (outcome.equals("in")) {
            assertThat(end.body()).contains(CREATE);
        } else {
            assertThat(end.body()).contains("est insuffisant pour ce service");
            assertThat(end.offersOtherDoors()).isTrue();
            events.has(refusal("IDENTITY_PROVIDER_LOGIN_ERROR", "identity_provider_login_failure")
                    .with("reason", outcome));
        }
    }

    @Test
    void aReplayedAnswerIsRefused(PscNeighbour psc, Visitor visitor, EventLog events) {
        var answer = visitor.showsCard(visitor.choosesPsc(visitor.arrives()), DOCTOR);
        var callback = answer.location().orElseThrow();
        assertThat(visitor.follows(visitor.get(callback)).body()).contains(CREATE);

        var again = visitor.follows(visitor.get(callback));

        assertThat(again.body()).doesNotContain("error-token");
        assertThat(visitor.isIn(again)).isFalse();
    }

    @Test
    void theAnswerToAnotherVisitorIsRefused(PscNeighbour psc, World world, Visitor victim, StoryRealm realm) {
        var attacker = new Visitor(
                world.testbed().pki().serverCa(),
                world.testbed().loginUrl().resolve("/realms/" + realm.name()),
                URI.create("https://localhost:1"));
        var answer = victim.showsCard(victim.choosesPsc(victim.arrives()), DOCTOR);

        var end = attacker.follows(attacker.get(answer.location().orElseThrow()));

        assertThat(end.body()).doesNotContain(CREATE);
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void aRotatedKeyIsFetchedOnce(PscNeighbour psc, Visitor visitor) throws InterruptedException {
        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        // Keycloak does not ask for keys again within ten seconds, whatever a token says.
        Thread.sleep(Duration.ofSeconds(11).toMillis());
        psc.simulator().rotateKeys();
        psc.simulator().reset();

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
    void anOutageIsSaid(PscNeighbour psc, Visitor visitor) {
        var wallet = visitor.choosesPsc(visitor.arrives());
        psc.simulator().set(now -> now.withOutage(true));

        var end = visitor.follows(visitor.showsCard(wallet, DOCTOR));

        assertThat(end.body()).contains("ne répond pas correctement");
        assertThat(end.offersOtherDoors()).isTrue();
    }

    @Test
    void aLinkToSomebodyElsesAccountIsNotFollowed(
            PscNeighbour psc, Visitor visitor, StoryRealm realm, EventLog events) {
        var somebodyElse = FictivePeople.TWO_PRACTICES.idNat();
        realm.accounts().create(Account.created(somebodyElse));
        var other = realm.accounts().ofNationalId(somebodyElse).orElseThrow();
        link(realm, other, DOCTOR);

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
        link(realm, account, FictivePeople.ONE_PRACTICE.subject());

        visitor.comesBy(DOCTOR);

        var moved = realm.accounts().ofNationalId(DOCTOR).orElseThrow();
        assertThat(moved.getId()).isEqualTo(account.getId());
        assertThat(realm.administered().users().get(account.getId()).getFederatedIdentity())
                .extracting(FederatedIdentityRepresentation::getUserId)
                .containsExactly(DOCTOR);
    }

    private static void link(StoryRealm realm, UserRepresentation account, String upstreamId) {
        var link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(PscNeighbour.ALIAS);
        link.setUserId(upstreamId);
        link.setUserName("x");
        realm.administered()
                .users()
                .get(account.getId())
                .addFederatedIdentity(PscNeighbour.ALIAS, link)
                .close();
    }

    private static void setting(StoryRealm realm, String name, String value) {
        var resource = realm.administered().identityProviders().get(PscNeighbour.ALIAS);
        var provider = resource.toRepresentation();
        var config = new HashMap<>(provider.getConfig());
        config.put(name, value);
        provider.setConfig(config);
        resource.update(provider);
    }
}
