package fr.prosante.keycloak.benchmarks.server;

import java.util.HashMap;
import java.util.Map;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** Turns the description of our provider into one of Keycloak's own OpenID Connect provider at the same addresses. */
final class StockBroker {

    private StockBroker() {}

    static void adapt(IdentityProviderRepresentation provider) {
        Map<String, String> config = new HashMap<>(provider.getConfig());
        config.remove("environment");
        config.remove("timeout");
        config.put("clientAuthMethod", "client_secret_basic");
        config.put("defaultScope", "openid scope_all");
        config.put("validateSignature", "true");
        config.put("useJwksUrl", "true");
        config.put("pkceEnabled", "true");
        config.put("pkceMethod", "S256");
        // What a portal needs that wants today's name and profession.
        config.put("syncMode", "FORCE");
        provider.setProviderId("oidc");
        provider.setFirstBrokerLoginFlowAlias("first broker login");
        provider.setConfig(config);
    }
}
