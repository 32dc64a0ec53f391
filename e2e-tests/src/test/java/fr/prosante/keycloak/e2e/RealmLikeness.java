package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.RequiredActionProviderRepresentation;

/** Whether a realm holds what the exported one holds: settings, flows, required actions, what applications are told. */
final class RealmLikeness {

    private RealmLikeness() {}

    /** The page says that everything which the exported realm holds can be clicked. */
    static void isTheExportedOne(RealmResource made, RealmResource exported) {
        assertThat(settings(made)).isEqualTo(settings(exported));
        for (var flow : List.of(RealmByHand.BROWSER, RealmByHand.FIRST_LOGIN, RealmByHand.FORGOTTEN)) {
            assertThat(steps(made, flow)).as(flow).isEqualTo(steps(exported, flow));
        }
        assertThat(actions(made)).isEqualTo(actions(exported));
        assertThat(claims(made)).isEqualTo(claims(exported));
    }

    private static List<Object> settings(RealmResource realm) {
        var settings = realm.toRepresentation();
        return List.of(
                settings.getBrowserFlow(),
                settings.getFirstBrokerLoginFlow(),
                settings.getResetCredentialsFlow(),
                settings.getLoginTheme(),
                settings.getEmailTheme(),
                settings.getSupportedLocales(),
                settings.getDefaultLocale(),
                settings.getAccessCodeLifespanLogin(),
                settings.getAccessCodeLifespanUserAction(),
                settings.getPasswordPolicy(),
                settings.isLoginWithEmailAllowed(),
                settings.isResetPasswordAllowed(),
                settings.isBruteForceProtected(),
                settings.isPermanentLockout(),
                settings.getFailureFactor());
    }

    /** Depth, requirement and kind of each step, and what it tells applications. */
    private static List<String> steps(RealmResource realm, String flow) {
        var flows = realm.flows();
        return flows.getExecutions(flow).stream()
                .map(step -> String.join(
                        " ",
                        String.valueOf(step.getLevel()),
                        step.getRequirement(),
                        Objects.requireNonNullElse(step.getProviderId(), step.getDisplayName()),
                        Optional.ofNullable(step.getAuthenticationConfig())
                                .map(flows::getAuthenticatorConfig)
                                .map(config -> config.getConfig())
                                .map(config -> config.getOrDefault("default.reference.value", ""))
                                .orElse("")))
                .toList();
    }

    private static List<String> actions(RealmResource realm) {
        return realm.flows().getRequiredActions().stream()
                .filter(action -> action.getAlias().startsWith("pro-sante-"))
                .filter(RequiredActionProviderRepresentation::isEnabled)
                .map(action -> action.getAlias() + " " + action.isDefaultAction())
                .sorted()
                .toList();
    }

    /** What distinguishes a mapper from the others. */
    private static List<String> claims(RealmResource realm) {
        return realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("pro-sante"))
                .flatMap(scope -> scope.getProtocolMappers().stream())
                .map(mapper -> String.join(
                        " ",
                        mapper.getName(),
                        mapper.getProtocolMapper(),
                        mapper.getConfig().get("claim.name"),
                        mapper.getConfig().get("user.attribute"),
                        String.valueOf(Boolean.parseBoolean(mapper.getConfig().get("multivalued"))),
                        mapper.getConfig().get("id.token.claim")))
                .sorted()
                .toList();
    }
}
