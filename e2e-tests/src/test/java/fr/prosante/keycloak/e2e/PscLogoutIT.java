package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.LoginPage;
import fr.prosante.keycloak.e2e.pages.PortalPage;
import fr.prosante.keycloak.e2e.pages.WalletPage;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.psc.Call;
import fr.prosante.keycloak.testbed.psc.Fault;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The session at Pro Santé Connect is shared by all the services of a workstation: only the user ends it. */
@Story
final class PscLogoutIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final Call LOGOUT = new Call("GET", "logout");

    private static Person comesIn(People people, StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR));
        var doctor = people.somebody();
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).hasItsTwoTabs().comesByPhoneAndIsRemembered(DOCTOR);
        doctor.sees(PortalPage::new);
        return doctor;
    }

    @Test
    void whoLogsOutIsLoggedOutAtProSanteConnectToo(PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        var doctor = comesIn(people, realm);

        doctor.sees(PortalPage::new).logsOut();

        events.has(event("LOGOUT"));
        assertThat(psc.simulator().calls()).filteredOn(LOGOUT::equals).hasSize(1);
        doctor.opensPortal().sees(LoginPage::new).choosesPsc();
        doctor.sees(WalletPage::new).remembers(DOCTOR);
    }

    @ParameterizedTest
    @EnumSource(names = {"LOGOUT_LOSES_STATE", "LOGOUT_EMPTIES_STATE", "LOGOUT_ALTERS_STATE"})
    void aStateLostOnTheWayBackIsTolerated(
            Fault fault, PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        psc.simulator().fault(fault);
        var doctor = comesIn(people, realm);

        doctor.sees(PortalPage::new).logsOut();

        events.has(event("LOGOUT"));
        assertThat(psc.simulator().calls()).contains(LOGOUT);
        doctor.opensPortal().sees(LoginPage::new).offersItsDoors();
    }

    /** Each look at the portal keeps an idle session awake, so the looks are further apart than the session lasts. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void aSessionThatEndsByItselfLeavesProSanteConnectAlone(
            boolean idle, PscNeighbour psc, People people, StoryRealm realm) {
        realm.changed(settings -> {
            if (idle) {
                settings.setSsoSessionIdleTimeout(4);
            } else {
                settings.setSsoSessionMaxLifespan(4);
            }
        });
        var doctor = comesIn(people, realm);

        await().pollInterval(Duration.ofSeconds(6))
                .until(() -> doctor.opensPortal().reads().contains("Mot de passe oublié"));

        assertThat(psc.simulator().calls()).doesNotContain(LOGOUT);
        doctor.sees(LoginPage::new).choosesPsc();
        doctor.sees(PortalPage::new);
        assertThat(psc.simulator().calls()).doesNotContain(LOGOUT);
    }

    @Test
    void theAdministratorMayKeepProSanteConnectOutOfIt(
            PscNeighbour psc, People people, StoryRealm realm, EventLog events) {
        realm.provider(PscNeighbour.ALIAS, Map.of("logoutAtPsc", "false"));
        var doctor = comesIn(people, realm);

        doctor.sees(PortalPage::new).logsOut();

        events.has(event("LOGOUT"));
        assertThat(psc.simulator().calls()).doesNotContain(LOGOUT);
    }
}
