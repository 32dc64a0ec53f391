package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.portal.Portal;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;

/** The portal's client in the realm: public, code with PKCE, the realm's default scopes. */
final class PortalClient {
    private PortalClient() {}

    static void register(RealmResource realm, URI portal) {
        if (!realm.clients().findByClientId(Portal.CLIENT_ID).isEmpty()) {
            return;
        }
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(Portal.CLIENT_ID);
        client.setName("Portail de démonstration");
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setDirectAccessGrantsEnabled(false);
        client.setBaseUrl(portal.toString());
        client.setRedirectUris(List.of(portal.resolve("/callback").toString()));
        client.setAttributes(Map.of(
                "pkce.code.challenge.method",
                "S256",
                "post.logout.redirect.uris",
                portal.resolve("/").toString()));
        try (Response response = realm.clients().create(client)) {
            if (response.getStatus() != 201) {
                throw new IllegalStateException("The portal's client was refused: " + response.getStatus());
            }
        }
    }
}
