package fr.prosante.keycloak.benchmarks.server;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import org.keycloak.admin.client.resource.AuthenticationManagementResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.AuthenticatorConfigRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * Keycloak's browser flow with its X.509 step before the forms, checking what our card step checks: path, dates, key
 * usages and revocation. Its page « you will be logged in as » stays, as it is by default.
 */
final class CertificateFlow {

    private static final String FLOW = "browser with X.509";
    private static final String STEP = "auth-x509-client-username-form";

    private CertificateFlow() {}

    /** @param list where the revocation list is; the step cannot take it from the cards, which name an LDAP address too */
    static void install(RealmResource realm, URI list) {
        AuthenticationManagementResource flows = realm.flows();
        flows.copy("browser", Map.of("newName", FLOW)).close();
        flows.addExecution(FLOW, Map.of("provider", STEP));
        AuthenticationExecutionInfoRepresentation step = step(flows);
        step.setRequirement("ALTERNATIVE");
        flows.updateExecutions(FLOW, step);
        // It was added behind the forms.
        for (int i = 0; i < 3; i++) {
            flows.raisePriority(step.getId());
        }
        AuthenticatorConfigRepresentation config = new AuthenticatorConfigRepresentation();
        config.setAlias("card");
        config.setConfig(Map.of(
                "x509-cert-auth.mapping-source-selection", "Match SubjectDN using regular expression",
                "x509-cert-auth.regular-expression", "CN=([0-9]+)",
                "x509-cert-auth.mapper-selection", "Username or Email",
                "x509-cert-auth.crl-checking-enabled", "true",
                "x509-cert-auth.crl-relative-path", list.toString(),
                "x509-cert-auth.timestamp-validation-enabled", "true",
                "x509-cert-auth.revalidate-certificate-enabled", "true",
                "x509-cert-auth.keyusage", "digitalSignature",
                "x509-cert-auth.extendedkeyusage", "1.3.6.1.5.5.7.3.2"));
        try (Response answer = flows.newExecutionConfig(step.getId(), config)) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException("No X.509 step: " + answer.readEntity(String.class));
            }
        }
        RealmRepresentation settings = realm.toRepresentation();
        settings.setBrowserFlow(FLOW);
        realm.update(settings);
    }

    private static AuthenticationExecutionInfoRepresentation step(AuthenticationManagementResource flows) {
        return flows.getExecutions(FLOW).stream()
                .filter(execution -> STEP.equals(execution.getProviderId()))
                .findFirst()
                .orElseThrow();
    }
}
