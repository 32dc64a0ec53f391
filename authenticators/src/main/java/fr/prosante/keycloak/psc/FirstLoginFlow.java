package fr.prosante.keycloak.psc;

import java.util.Optional;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticationFlowModel;
import org.keycloak.models.RealmModel;

/**
 * The flow of people who have no link yet. Keycloak's own offers links by e-mail and opens accounts unasked; an instance is
 * therefore never saved with a flow that lacks the step {@code pro-sante-psc-link}.
 */
final class FirstLoginFlow {

    private final RealmModel realm;

    private FirstLoginFlow(RealmModel realm) {
        this.realm = realm;
    }

    /** Takes the realm's flow when the administrator named none; the problem, if there is none to be taken. */
    static Optional<String> settle(RealmModel realm, PscConfig config) {
        FirstLoginFlow flows = new FirstLoginFlow(realm);
        if (config.getFirstBrokerLoginFlowId() == null) {
            flows.own().map(AuthenticationFlowModel::getId).ifPresent(config::setFirstBrokerLoginFlowId);
        }
        return config.getFirstBrokerLoginFlowId() != null && flows.hasStep(config.getFirstBrokerLoginFlowId())
                ? Optional.empty()
                : Optional.of(
                        "firstBrokerLoginFlowAlias: a flow with the step " + PscLinkAuthenticatorFactory.PROVIDER_ID
                                + " is expected, because others link people by e-mail");
    }

    private Optional<AuthenticationFlowModel> own() {
        return realm.getAuthenticationFlowsStream()
                .filter(AuthenticationFlowModel::isTopLevel)
                .filter(flow -> hasStep(flow.getId()))
                .findFirst();
    }

    private boolean hasStep(String flowId) {
        return realm.getAuthenticationExecutionsStream(flowId)
                .filter(AuthenticationExecutionModel::isEnabled)
                .anyMatch(execution -> execution.isAuthenticatorFlow()
                        ? hasStep(execution.getFlowId())
                        : PscLinkAuthenticatorFactory.PROVIDER_ID.equals(execution.getAuthenticator()));
    }
}
