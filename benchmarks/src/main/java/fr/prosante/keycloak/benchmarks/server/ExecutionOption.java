package fr.prosante.keycloak.benchmarks.server;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;

/** A setting of one step of our browser flow. */
final class ExecutionOption {

    private ExecutionOption() {}

    static void set(RealmResource realm, String provider, String option, String value) {
        AuthenticationManagementResource flows = realm.flows();
        AuthenticationExecutionInfoRepresentation step = flows.getExecutions("pro-sante browser").stream()
                .filter(execution -> provider.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
        AuthenticatorConfigRepresentation config = flows.getAuthenticatorConfig(step.getAuthenticationConfig());
        Map<String, String> settings = new HashMap<>(config.getConfig());
        settings.put(option, value);
        config.setConfig(settings);
        flows.updateAuthenticatorConfig(config.getId(), config);
    }
}
