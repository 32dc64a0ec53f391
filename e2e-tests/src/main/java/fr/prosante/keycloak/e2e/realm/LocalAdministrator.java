package fr.prosante.keycloak.e2e.realm;

import fr.prosante.keycloak.testbed.Testbed;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** Who administers one realm from within, with a browser of one language. */
public final class LocalAdministrator implements AutoCloseable {

    private static final String NAME = "administrateur";
    private static final String SECRET = "secret-d-administrateur";

    private final StoryRealm realm;
    private final String client;
    private final Keycloak rest;

    private LocalAdministrator(StoryRealm realm, String client, Keycloak rest) {
        this.realm = realm;
        this.client = client;
        this.rest = rest;
    }

    public static LocalAdministrator speaking(String language, StoryRealm realm, Testbed testbed) {
        var browser = Keycloak.getClientProvider()
                .newRestEasyClient(null, ServerTrust.in(testbed.pki().serverCa()), false)
                .register((ClientRequestFilter)
                        request -> request.getHeaders().putSingle(HttpHeaders.ACCEPT_LANGUAGE, language));
        return new LocalAdministrator(
                realm,
                account(realm.administered()),
                KeycloakBuilder.builder()
                        .serverUrl(testbed.loginUrl().toString())
                        .realm(realm.name())
                        .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                        .clientId(NAME)
                        .clientSecret(SECRET)
                        .resteasyClient(browser)
                        .build());
    }

    private static String account(RealmResource realm) {
        var description = new ClientRepresentation();
        description.setClientId(NAME);
        description.setSecret(SECRET);
        description.setServiceAccountsEnabled(true);
        String client;
        try (var answer = realm.clients().create(description)) {
            client = CreatedResponseUtil.getCreatedId(answer);
        }
        var management =
                realm.clients().findByClientId("realm-management").get(0).getId();
        var role = realm.clients().get(management).roles().get("realm-admin").toRepresentation();
        var user = realm.clients().get(client).getServiceAccountUser().getId();
        realm.users().get(user).roles().clientLevel(management).add(List.of(role));
        return client;
    }

    public RealmResource administered() {
        return rest.realm(realm.name());
    }

    @Override
    public void close() {
        rest.close();
        realm.administered().clients().get(client).remove();
    }
}
