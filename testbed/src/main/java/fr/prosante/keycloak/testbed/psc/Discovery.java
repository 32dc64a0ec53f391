package fr.prosante.keycloak.testbed.psc;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The document of the real one's shape: a Keycloak's, with the wallet's authorization endpoint. */
final class Discovery {

    private Discovery() {}

    static Map<String, Object> of(PscSimulator simulator) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", simulator.issuer());
        document.put("authorization_endpoint", simulator.authorization().toString());
        document.put("token_endpoint", simulator.token().toString());
        document.put("userinfo_endpoint", simulator.userinfo().toString());
        document.put("end_session_endpoint", simulator.logout().toString());
        document.put("jwks_uri", simulator.keySet().toString());
        document.put("grant_types_supported", List.of("authorization_code", "refresh_token"));
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        // As the real one, which does not list the levels it gives.
        document.put("acr_values_supported", List.of("0", "0"));
        document.put("subject_types_supported", List.of("public", "pairwise"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid", "scope_all", "identity", "profile"));
        document.put(
                "token_endpoint_auth_methods_supported",
                List.of("client_secret_basic", "client_secret_post", "tls_client_auth"));
        document.put("code_challenge_methods_supported", List.of("plain", "S256"));
        document.put("authorization_response_iss_parameter_supported", true);
        document.put("tls_client_certificate_bound_access_tokens", true);
        document.put("backchannel_logout_supported", true);
        return document;
    }
}
