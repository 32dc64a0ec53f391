package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/**
 * A realm that used the plugin of the ANS: an instance of another provider, under its alias, and people linked to it by
 * {@code sub}, under whatever user name that plugin gave them. A plain OpenID Connect instance stands for it, as the plugin
 * does not run on this Keycloak.
 */
@Story
final class PscMigrationIT {

    private static final FictivePerson DOCTOR = FictivePeople.ONE_PRACTICE;
    private static final String NEW = "psc-nouveau";

    /** Another one for each test: Keycloak's cache remembers whom a deleted provider's links led to. */
    private String former = "";

    @BeforeEach
    void theFormerInstanceIsThereAndDisabled(StoryRealm realm, TestInfo test) {
        former = "ans-" + test.getTestMethod().orElseThrow().getName();
        var instance = new IdentityProviderRepresentation();
        instance.setAlias(former);
        instance.setProviderId("oidc");
        instance.setEnabled(false);
        instance.setConfig(new HashMap<>(Map.of(
                "clientId", "ancien",
                "clientSecret", "ancien",
                "authorizationUrl", "https://psc.exemple.test/auth",
                "tokenUrl", "https://psc.exemple.test/token")));
        realm.administered().identityProviders().create(instance).close();
    }

    @AfterEach
    void theFormerInstanceIsGone(StoryRealm realm) {
        realm.administered().identityProviders().findAll().stream()
                .map(IdentityProviderRepresentation::getAlias)
                .filter(alias -> alias.equals(former) || alias.equals(NEW))
                .forEach(alias ->
                        realm.administered().identityProviders().get(alias).remove());
    }

    /** An account as the plugin left it: a user name of its own, and no national identifier. */
    private String accountOf(StoryRealm realm, String userName, FictivePerson person) {
        realm.provider(PscNeighbour.ALIAS, Map.of("legacyAlias", former));
        realm.accounts().imports(Account.opened(userName).without("nationalId"), Map.of(former, person.subject()));
        return realm.accounts().ofNationalId(userName).orElseThrow().getId();
    }

    /** As the page on Pro Santé Connect has them. */
    @Test
    void theStepsOfTheDocumentationOneAfterTheOther(
            PscNeighbour psc, World world, Visitor visitor, Visitor again, StoryRealm realm) {
        var instances = realm.administered().identityProviders();
        changed(realm, former, instance -> instance.setEnabled(true));
        realm.accounts()
                .imports(Account.opened("claire.martin").without("nationalId"), Map.of(former, DOCTOR.subject()));
        var account =
                realm.accounts().ofNationalId("claire.martin").orElseThrow().getId();

        psc.declareAt(world.testbed().loginUrl().resolve("/realms/" + realm.name()), NEW);
        instances.create(psc.provider(realm.name(), NEW)).close();
        changed(realm, NEW, instance -> instance.getConfig().put("legacyAlias", former));
        changed(realm, former, instance -> instance.setEnabled(false));

        var page = visitor.arrives();
        assertThat(page.body()).doesNotContain("/broker/" + former + "/login");
        assertThat(visitor.isIn(comesByTheNewDoor(visitor, page))).isTrue();
        assertThat(realm.accounts().ofNationalId(DOCTOR.idNat()).orElseThrow().getId())
                .isEqualTo(account);
        assertThat(realm.accounts().links(DOCTOR.idNat())).containsEntry(NEW, DOCTOR.idNat());

        instances.get(former).remove();
        assertThat(again.isIn(comesByTheNewDoor(again, again.arrives()))).isTrue();
        assertThat(realm.accounts().count()).isOne();
    }

    private static Answer comesByTheNewDoor(Visitor visitor, Answer page) {
        return visitor.follows(visitor.showsCard(visitor.follows(visitor.knocksAt(NEW, page)), DOCTOR.idNat()));
    }

    private static void changed(StoryRealm realm, String alias, Consumer<IdentityProviderRepresentation> change) {
        var resource = realm.administered().identityProviders().get(alias);
        var instance = resource.toRepresentation();
        change.accept(instance);
        resource.update(instance);
    }

    @Test
    void whoWasLinkedBySubKeepsTheAccountAndGetsTheNationalIdentifier(
            PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        var account = accountOf(realm, "claire.martin", DOCTOR);

        assertThat(visitor.isIn(visitor.comesBy(DOCTOR.idNat()))).isTrue();

        var moved = realm.accounts().ofNationalId(DOCTOR.idNat()).orElseThrow();
        assertThat(moved.getId()).isEqualTo(account);
        assertThat(moved.getEmail()).isEqualTo("claire.martin@exemple.test");
        assertThat(realm.accounts().count()).isOne();
        assertThat(realm.accounts().links(DOCTOR.idNat())).containsEntry(PscNeighbour.ALIAS, DOCTOR.idNat());
    }

    @Test
    void theFormerInstanceMayBeDeletedOnceEverybodyCame(
            PscNeighbour psc, Visitor visitor, Visitor again, StoryRealm realm) {
        var account = accountOf(realm, "claire.martin", DOCTOR);
        visitor.comesBy(DOCTOR.idNat());

        realm.administered().identityProviders().get(former).remove();

        assertThat(again.isIn(again.comesBy(DOCTOR.idNat()))).isTrue();
        assertThat(realm.accounts().ofNationalId(DOCTOR.idNat()).orElseThrow().getId())
                .isEqualTo(account);
        assertThat(realm.accounts().links(DOCTOR.idNat())).containsOnlyKeys(PscNeighbour.ALIAS);
    }

    @Test
    void anAccountUnderTheNationalIdentifierIsFoundWithoutTheFormerLink(
            PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        realm.accounts().create(Account.opened(DOCTOR.idNat()));

        assertThat(visitor.isIn(visitor.comesBy(DOCTOR.idNat()))).isTrue();
        assertThat(realm.accounts().count()).isOne();
    }

    @Test
    void twoAccountsThatClaimThePersonAreForTheAdministratorToSettle(
            PscNeighbour psc, Visitor visitor, StoryRealm realm, EventLog events) {
        accountOf(realm, "claire.martin", DOCTOR);
        realm.accounts().create(Account.opened(DOCTOR.idNat()));

        var end = visitor.comesBy(DOCTOR.idNat());

        assertThat(visitor.isIn(end)).isFalse();
        assertThat(end.body()).contains("ne correspond pas au compte");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_linked_to_another"));
        assertThat(realm.accounts().ofNationalId("claire.martin")).isPresent();
    }

    @Test
    void whereTheAliasStaysLinksBySubAreRewritten(PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        realm.accounts()
                .imports(
                        Account.opened("claire.martin").without("nationalId"),
                        Map.of(PscNeighbour.ALIAS, DOCTOR.subject()));

        assertThat(visitor.isIn(visitor.comesBy(DOCTOR.idNat()))).isTrue();

        assertThat(realm.accounts().count()).isOne();
        assertThat(realm.accounts().links(DOCTOR.idNat()))
                .containsExactlyEntriesOf(Map.of(PscNeighbour.ALIAS, DOCTOR.idNat()));
    }
}
