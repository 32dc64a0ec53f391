package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpAutoLinkAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpCreateUserIfUniqueAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpDetectExistingBrokerUserAuthenticatorFactory;
import org.keycloak.authentication.authenticators.broker.IdpEmailVerificationAuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * The flow of people who have no link yet. Keycloak's own offers links by e-mail and opens accounts unasked; an instance is
 * therefore never saved with a flow that lacks the step {@code pro-sante-psc-link}, or has one of those steps beside it.
 */
final class FirstLoginFlow {

    /** Each finds an account by user name or e-mail address, proves it by an address, or opens one unasked; with its name. */
    private static final Map<String, String> BY_EMAIL = Stream.of(
                    new IdpCreateUserIfUniqueAuthenticatorFactory(),
                    new IdpDetectExistingBrokerUserAuthenticatorFactory(),
                    new IdpAutoLinkAuthenticatorFactory(),
                    new IdpEmailVerificationAuthenticatorFactory())
            .collect(Collectors.toUnmodifiableMap(AuthenticatorFactory::getId, AuthenticatorFactory::getDisplayType));

    /** Keycloak's label of the field. */
    private static final String LABEL = "firstBrokerLoginFlowAliasOverride";

    private final RealmModel realm;

    private FirstLoginFlow(RealmModel realm) {
        this.realm = realm;
    }

    /** Takes the realm's flow when the administrator named none; the problem, if there is none to be taken. */
    static Optional<Problem> settle(RealmModel realm, PscConfig config) {
        FirstLoginFlow flows = new FirstLoginFlow(realm);
        if (config.getFirstBrokerLoginFlowId() == null) {
            flows.own().map(AuthenticationFlowModel::getId).ifPresent(config::setFirstBrokerLoginFlowId);
        }
        List<String> steps = Optional.ofNullable(config.getFirstBrokerLoginFlowId()).stream()
                .flatMap(flows::steps)
                .toList();
        if (!steps.contains(PscLinkAuthenticatorFactory.PROVIDER_ID)) {
            return Optional.of(
                    Problem.of("proSantePscWrongFlow", LABEL, new PscLinkAuthenticatorFactory().getDisplayType()));
        }
        String wrong = steps.stream()
                .filter(BY_EMAIL::containsKey)
                .map(BY_EMAIL::get)
                .distinct()
                .collect(Collectors.joining(", "));
        return wrong.isEmpty() ? Optional.empty() : Optional.of(Problem.of("proSantePscWrongFlowSteps", LABEL, wrong));
    }

    private Optional<AuthenticationFlowModel> own() {
        return realm.getAuthenticationFlowsStream()
                .filter(AuthenticationFlowModel::isTopLevel)
                .filter(flow -> steps(flow.getId()).anyMatch(PscLinkAuthenticatorFactory.PROVIDER_ID::equals))
                .filter(flow -> steps(flow.getId()).noneMatch(BY_EMAIL::containsKey))
                .findFirst();
    }

    /** Every step that is not disabled, those of sub-flows included. */
    private Stream<String> steps(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .flatMap(execution -> execution.isAuthenticatorFlow()
                        ? steps(execution.getFlowId())
                        : Stream.of(execution.getAuthenticator()));
    }
}
