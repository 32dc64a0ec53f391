package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An application that asks for no page ({@code prompt=none}) gets an answer and no page, whatever happened. */
@Story
final class PscSilentIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String SILENTLY = "prompt=none&kc_idp_hint=" + PscNeighbour.ALIAS;

    private static void promptNoneGoesOnToProSanteConnect(StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("acceptsPromptNoneForwardFromClient", "true"));
    }

    private static void isTold(Visitor visitor, Answer end, String error) {
        assertThat(visitor.isIn(end)).as("no page but the way back").isTrue();
        assertThat(end.location().orElseThrow().getQuery())
                .contains("error=" + error)
                .doesNotContain("code=");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "NONE, login_required, psc_login_required",
        "LOGIN_REQUIRED, login_required, psc_login_required",
        "INTERACTION_REQUIRED, interaction_required, psc_interaction_required",
        "CONSENT_REQUIRED, interaction_required, psc_consent_required",
        "ACCESS_DENIED, access_denied, psc_cancelled",
        "TEMPORARILY_UNAVAILABLE, interaction_required, psc_provider_unavailable",
        "CALLBACK_INVALID_CLIENT, interaction_required, psc_client_refused",
    })
    void whatProSanteConnectAnswersIsTold(
            Fault fault,
            String error,
            String reason,
            PscNeighbour psc,
            Visitor visitor,
            StoryRealm realm,
            EventLog events) {
        promptNoneGoesOnToProSanteConnect(realm);
        psc.simulator().fault(fault);

        isTold(visitor, visitor.arrivesWith(SILENTLY), error);
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", reason));
    }

    @Test
    void whoIsKnownAtProSanteConnectComesInUnlessTheAnswerCannotBeBelieved(
            PscNeighbour psc, Visitor visitor, StoryRealm realm, EventLog events) {
        promptNoneGoesOnToProSanteConnect(realm);
        realm.accounts().create(Account.opened(DOCTOR));
        assertThat(visitor.isIn(visitor.comesBy(DOCTOR))).isTrue();
        realm.administered().logoutAll();

        psc.simulator().fault(Fault.WRONG_NONCE);
        isTold(visitor, visitor.arrivesWith(SILENTLY), "interaction_required");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_nonce"));

        psc.simulator().fault(Fault.NONE);
        var end = visitor.arrivesWith(SILENTLY);
        assertThat(visitor.isIn(end)).isTrue();
        assertThat(end.location().orElseThrow().getQuery()).contains("code=");
    }
}
