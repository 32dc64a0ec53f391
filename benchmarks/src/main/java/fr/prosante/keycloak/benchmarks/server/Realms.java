package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.benchmarks.login.Site;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/** Our realm, made ready for load, and a stock realm beside it that is as strict and keeps as many records. */
final class Realms {

    static final String STOCK = "stock";

    private Realms() {}

    /** The exported realm with a relay that can be slowed down, and the client of the scenarios. */
    static void prepareOurs(RealmResource realm, int relayPort) {
        RealmRepresentation settings = realm.toRepresentation();
        Map<String, String> smtp = new HashMap<>(settings.getSmtpServer());
        smtp.put("host", "127.0.0.1");
        smtp.put("port", Integer.toString(relayPort));
        settings.setSmtpServer(smtp);
        realm.update(settings);
        addClient(realm);
    }

    /**
     * Keycloak's own flows and theme; what costs time and is not a flow is taken from our realm: password policy,
     * brute-force protection, events and lifespans.
     *
     * @param address where its pages are, if not at the server's own address
     */
    static RealmResource createStock(Keycloak administrator, RealmRepresentation ours, Optional<URI> address) {
        RealmRepresentation stock = new RealmRepresentation();
        stock.setRealm(STOCK);
        stock.setEnabled(true);
        stock.setPasswordPolicy(ours.getPasswordPolicy());
        stock.setBruteForceProtected(ours.isBruteForceProtected());
        stock.setFailureFactor(ours.getFailureFactor());
        stock.setWaitIncrementSeconds(ours.getWaitIncrementSeconds());
        stock.setEventsEnabled(ours.isEventsEnabled());
        stock.setEventsExpiration(ours.getEventsExpiration());
        stock.setEventsListeners(ours.getEventsListeners());
        stock.setAccessTokenLifespan(ours.getAccessTokenLifespan());
        stock.setSsoSessionIdleTimeout(ours.getSsoSessionIdleTimeout());
        stock.setSsoSessionMaxLifespan(ours.getSsoSessionMaxLifespan());
        stock.setInternationalizationEnabled(true);
        stock.setSupportedLocales(ours.getSupportedLocales());
        stock.setDefaultLocale(ours.getDefaultLocale());
        address.ifPresent(url -> stock.setAttributes(Map.of("frontendUrl", url.toString())));
        administrator.realms().create(stock);
        RealmResource realm = administrator.realm(STOCK);
        addClient(realm);
        return realm;
    }

    private static void addClient(RealmResource realm) {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(Site.CLIENT_ID);
        client.setPublicClient(true);
        client.setStandardFlowEnabled(true);
        client.setRedirectUris(List.of(Site.CALLBACK));
        try (Response answer = realm.clients().create(client)) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException("No client: " + answer.readEntity(String.class));
            }
        }
    }
}
