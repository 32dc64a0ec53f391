package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import jakarta.ws.rs.ClientErrorException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** What an administrator saves, through the interface that the console uses. */
@Story
final class PscSettingsIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String SECOND = "psc-second";
    private static final String FLOW = "premier PSC modifie";

    @AfterEach
    void theSecondInstanceIsGoneAndItsFlow(StoryRealm realm) {
        if (isThere(realm, SECOND)) {
            realm.administered().identityProviders().get(SECOND).remove();
        }
        var flows = realm.administered().flows();
        flows.getFlows().stream()
                .filter(flow -> FLOW.equals(flow.getAlias()))
                .forEach(flow -> flows.deleteFlow(flow.getId()));
    }

    @Test
    void everythingThatIsWrongIsToldAtOnceAndNothingIsSaved(PscNeighbour psc, StoryRealm realm) {
        var wrong = psc.provider(realm.name(), SECOND);
        wrong.getConfig()
                .putAll(Map.of(
                        "issuer", "http://psc.exemple.test",
                        "tokenUrl", "psc",
                        "clientProof", "magie",
                        "acrMinimum", "or",
                        "allowedClockSkew", "31",
                        "timeout", "0",
                        "clientCertificate", "../keycloak.conf",
                        "clientCertificatePassword", "en clair"));
        wrong.getConfig().remove("clientId");

        try (var answer = realm.administered().identityProviders().create(wrong)) {
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.readEntity(String.class))
                    .contains(
                            "Client ID: ",
                            "Issuer: ",
                            "Token address: ",
                            "Proof of the service: ",
                            "Lowest level accepted: ",
                            "Clock skew: ",
                            "Time to answer: ",
                            "Client certificate: ",
                            "Password of the certificate: ")
                    .doesNotContain("en clair");
        }
        assertThat(isThere(realm, SECOND)).isFalse();
    }

    @Test
    void aChangeThatDoesNotHoldIsRefusedAndTheFormerSettingsStay(PscNeighbour psc, StoryRealm realm) {
        assertThatThrownBy(() -> realm.provider(PscNeighbour.ALIAS, Map.of("allowedClockSkew", "300")))
                .isInstanceOfSatisfying(ClientErrorException.class, refusal -> {
                    assertThat(refusal.getResponse().getStatus()).isEqualTo(400);
                    assertThat(refusal.getResponse().readEntity(String.class)).contains("Clock skew: ");
                });

        assertThat(realm.administered()
                        .identityProviders()
                        .get(PscNeighbour.ALIAS)
                        .toRepresentation()
                        .getConfig())
                .doesNotContainEntry("allowedClockSkew", "300");
    }

    @Test
    void theFirstLoginIsTheRealmsOwnAndNeverTheOneThatLinksByEmail(PscNeighbour psc, StoryRealm realm) {
        var provider = psc.provider(realm.name(), SECOND);
        provider.setFirstBrokerLoginFlowAlias("first broker login");
        assertThat(created(realm, provider)).isEqualTo(400);

        provider.setFirstBrokerLoginFlowAlias(null);
        assertThat(created(realm, provider)).isEqualTo(201);
        assertThat(realm.administered()
                        .identityProviders()
                        .get(SECOND)
                        .toRepresentation()
                        .getFirstBrokerLoginFlowAlias())
                .isEqualTo("pro-sante premier PSC");
    }

    @Test
    void theSecretMayLieInTheVaultOfTheServer(
            PscNeighbour psc, World world, StoryRealm realm, Visitor visitor, Visitor later, EventLog events) {
        var secret = psc.provider(realm.name()).getConfig().get("clientSecret");
        world.vault().keeps(realm.name(), "psc-secret", secret.getBytes(StandardCharsets.UTF_8));

        realm.provider(PscNeighbour.ALIAS, Map.of("clientSecret", "${vault.psc-secret}"));
        assertThat(visitor.comesBy(DOCTOR).body()).contains("Créer mon compte");

        realm.provider(PscNeighbour.ALIAS, Map.of("clientSecret", "${vault.not-there}"));
        psc.simulator().reset();
        assertThat(later.comesBy(DOCTOR).body()).contains("correctement relié");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_client_refused"));
        assertThat(psc.simulator().calls())
                .as("the reference is no secret to try")
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "idp-create-user-if-unique, Create User If Unique",
        "idp-auto-link, Automatically set existing user",
        "idp-detect-existing-broker-user, Detect existing broker user",
        "idp-email-verification, Verify existing account by Email"
    })
    void aFirstLoginWithAStepThatGoesByEmailIsRefusedByName(
            String step, String name, PscNeighbour psc, StoryRealm realm) {
        var flows = realm.administered().flows();
        try (var copied = flows.copy("pro-sante premier PSC", Map.of("newName", FLOW))) {
            assertThat(copied.getStatus()).isEqualTo(201);
        }
        flows.addExecution(FLOW, Map.of("provider", step));
        var provider = psc.provider(realm.name(), SECOND);
        provider.setFirstBrokerLoginFlowAlias(FLOW);
        assertThat(created(realm, provider)).as("disabled as it is").isEqualTo(201);
        realm.administered().identityProviders().get(SECOND).remove();

        var added = flows.getExecutions(FLOW).stream()
                .filter(execution -> step.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
        added.setRequirement("ALTERNATIVE");
        flows.updateExecutions(FLOW, added);

        try (var answer = realm.administered().identityProviders().create(provider)) {
            assertThat(answer.getStatus()).isEqualTo(400);
            assertThat(answer.readEntity(String.class)).contains("First login flow override: ", name);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "production, https://wallet.esw.esante.gouv.fr/auth",
        "sandbox, https://wallet.bas.psc.esante.gouv.fr/auth",
    })
    void aPresetSendsTheBrowserToItsOwnAddressWhateverIsStoredBeside(
            String environment, String wallet, PscNeighbour psc, StoryRealm realm, Visitor visitor) {
        realm.provider(PscNeighbour.ALIAS, Map.of("environment", environment));

        var sent = visitor.knocksAt(PscNeighbour.ALIAS, visitor.arrives());

        assertThat(sent.location().orElseThrow().toString())
                .startsWith(wallet + "?")
                .contains(
                        "scope=openid+scope_all",
                        "acr_values=eidas1",
                        "code_challenge_method=S256",
                        "&nonce=",
                        "&state=");
    }

    @ParameterizedTest
    @CsvSource({"acrAsked, eidas2, acr_values=eidas2", "defaultScope, openid identity, scope=openid+identity"})
    void whatIsAskedForIsASetting(
            String setting, String value, String asked, PscNeighbour psc, StoryRealm realm, Visitor visitor) {
        realm.provider(PscNeighbour.ALIAS, Map.of(setting, value));

        assertThat(visitor.knocksAt(PscNeighbour.ALIAS, visitor.arrives())
                        .location()
                        .orElseThrow()
                        .toString())
                .contains(asked);
    }

    @Test
    void twoInstancesLeadToTheSameAccountAndDoNotTakeEachOthersAnswers(
            PscNeighbour psc,
            StoryRealm realm,
            Visitor visitor,
            Visitor other,
            Visitor third,
            EventLog events,
            World world) {
        psc.declareAt(world.testbed().loginUrl().resolve("/realms/" + realm.name()), SECOND);
        assertThat(created(realm, psc.provider(realm.name(), SECOND))).isEqualTo(201);
        realm.accounts().create(Account.opened(DOCTOR));

        visitor.comesBy(DOCTOR);
        other.follows(other.showsCard(other.follows(other.knocksAt(SECOND, other.arrives())), DOCTOR));
        assertThat(realm.accounts().links(DOCTOR))
                .containsEntry(PscNeighbour.ALIAS, DOCTOR)
                .containsEntry(SECOND, DOCTOR);

        var answer = third.showsCard(third.choosesPsc(third.arrives()), DOCTOR)
                .location()
                .orElseThrow();
        psc.simulator().reset();
        var end = third.follows(third.get(URI.create(
                answer.toString().replace("/broker/" + PscNeighbour.ALIAS + "/", "/broker/" + SECOND + "/"))));
        assertThat(end.body()).contains("a été refusée");
        assertThat(psc.simulator().calls()).as("the code goes to nobody").isEmpty();
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_mixed_up"));
    }

    private static int created(StoryRealm realm, IdentityProviderRepresentation provider) {
        try (var answer = realm.administered().identityProviders().create(provider)) {
            return answer.getStatus();
        }
    }

    private static boolean isThere(StoryRealm realm, String alias) {
        return realm.administered().identityProviders().findAll().stream()
                .anyMatch(provider -> alias.equals(provider.getAlias()));
    }
}
