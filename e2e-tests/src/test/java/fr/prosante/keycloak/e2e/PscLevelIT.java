package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Level and means as Pro Santé Connect says them: compared as set, and believed where they are signed. */
@Story
final class PscLevelIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String CREATE = "Créer mon compte";

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
        ", eidas3, psc_acr_absent",
        "eidas1, eidas3, psc_acr_too_low",
        "eidas2, eidas3, psc_acr_too_low",
        "eidas3, eidas3, in",
        "autre, eidas3, psc_acr_unknown",
    })
    void levelsAreComparedWithTheMinimum(
            String acr,
            String minimum,
            String outcome,
            PscNeighbour psc,
            Visitor visitor,
            EventLog events,
            StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR));
        realm.provider(
                PscNeighbour.ALIAS,
                Map.of("acrMinimum", Optional.ofNullable(minimum).orElse("")));
        psc.simulator().acr(Optional.ofNullable(acr));

        var end = visitor.comesBy(DOCTOR);

        var expected = outcome.equals("in")
                ? event("LOGIN").with("auth_mode", "CARD")
                : refusal("IDENTITY_PROVIDER_LOGIN_ERROR", "identity_provider_login_failure")
                        .with("reason", outcome);
        assertThat(visitor.isIn(end)).isEqualTo(outcome.equals("in"));
        events.has(acr == null ? expected.without("acr") : expected.with("acr", acr));
        if (!outcome.equals("in")) {
            assertThat(end.body()).contains("est insuffisant pour ce service");
            assertThat(end.offersOtherDoors()).isTrue();
        }
    }

    @ParameterizedTest(name = "{0}, minimum {1}, acr {2}: {3}")
    @CsvSource({
        "acrAbsent=refuse, eidas1, , psc_acr_absent",
        "acrAbsent=accept, eidas3, , in",
        "acrUnknown=lowest, eidas1, autre, in",
        "acrUnknown=accept, eidas3, autre, in",
        "acrOrder=eidas1 eidas3 eidas2, eidas3, eidas2, in",
    })
    void whatCannotBeComparedIsTreatedAsSet(
            String setting,
            String minimum,
            String acr,
            String outcome,
            PscNeighbour psc,
            Visitor visitor,
            EventLog events,
            StoryRealm realm) {
        var name = setting.substring(0, setting.indexOf('='));
        realm.provider(PscNeighbour.ALIAS, Map.of("acrMinimum", minimum, name, setting.substring(name.length() + 1)));
        psc.simulator().acr(Optional.ofNullable(acr));

        var end = visitor.comesBy(DOCTOR);

        assertThat(end.body().contains(CREATE)).isEqualTo(outcome.equals("in"));
        if (!outcome.equals("in")) {
            events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", outcome));
        }
    }

    @Test
    void aLevelThatNobodySignedIsNone(PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.provider(PscNeighbour.ALIAS, Map.of("acrMinimum", "eidas2"));
        psc.simulator().acr(Optional.of("eidas3"));
        psc.simulator().fault(Fault.ACR_IN_USERINFO);

        assertThat(visitor.comesBy(DOCTOR).body()).contains("est insuffisant pour ce service");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_acr_absent"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {"AUTH_MODE_IN_USERINFO", "AUTH_MODE_IN_FORGED_ACCESS_TOKEN", "UNKNOWN_AUTH_MODE", "NO_AUTH_MODE"})
    void aCardThatNobodySignedOpensNoFirstAccount(
            Fault fault, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        psc.simulator().fault(fault);

        assertThat(visitor.comesBy(DOCTOR).says("La première connexion à ce service se fait avec votre carte CPS."))
                .isTrue();
        events.has(refusal("IDENTITY_PROVIDER_FIRST_LOGIN_ERROR", "access_denied")
                .with("reason", "psc_first_account_by_card"));
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void theCardMayBeSaidInTheSignedAccessToken(PscNeighbour psc, Visitor visitor) {
        psc.simulator().fault(Fault.AUTH_MODE_IN_ACCESS_TOKEN);

        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"NO_AUTH_MODE,", "AUTH_MODE_IN_USERINFO,", "UNKNOWN_AUTH_MODE, BIOMETRIE"})
    void whoseMeansAreNotKnownComesInToTheAccountThatIsThere(
            Fault fault, String told, PscNeighbour psc, Visitor visitor, EventLog events, StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR));
        psc.simulator().fault(fault);

        assertThat(visitor.isIn(visitor.comesBy(DOCTOR))).isTrue();
        events.has(
                told == null
                        ? event("LOGIN").without("auth_mode")
                        : event("LOGIN").with("auth_mode", told));
    }
}
