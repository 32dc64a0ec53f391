package fr.prosante.keycloak.testbed.psc;

import fr.prosante.keycloak.testbed.Neighbour;
import fr.prosante.keycloak.testbed.Surroundings;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.pki.Pem;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.IdentityProviderRepresentation;

/** The simulator beside a Keycloak, whose realm gets an identity provider that points to it. */
public final class PscNeighbour implements Neighbour {

    /** Alias of the identity provider. */
    public static final String ALIAS = "psc";

    private static final String CLIENT_ID = "portail-demo";
    private static final String SECRET = "secret-de-demonstration";
    private static final String FIRST_LOGIN = "pro-sante premier PSC";

    private final PscSimulator simulator;
    /** PEM file of the CA of the simulator's TLS certificate. */
    private final Path trust;

    private PscNeighbour(PscSimulator simulator, Path trust) {
        this.simulator = simulator;
        this.trust = trust;
    }

    /** Holders of usable cards of the box are known to the simulator under the same numbers. */
    public static PscNeighbour start(Surroundings surroundings) {
        // The wallet has the port given, the issuer the next: people see the one, Keycloak calls the other.
        int port = surroundings.port();
        PscSimulator simulator =
                PscSimulator.start(SimulatorTls.of(surroundings.pki().localhost()), port == 0 ? 0 : port + 1, port);
        surroundings.cards().cards().stream()
                .filter(Card::usable)
                .map(CardPeople::of)
                .forEach(simulator::know);
        PscNeighbour neighbour = new PscNeighbour(
                simulator,
                Pem.write(
                        surroundings.folder().resolve("simulator-ca.pem"),
                        Pem.certificates(List.of(surroundings.pki().serverCa()))));
        neighbour.declareAt(surroundings.issuer());
        return neighbour;
    }

    public PscSimulator simulator() {
        return simulator;
    }

    /** Declares a realm's addresses at the simulator. */
    public void declareAt(URI realm) {
        declareAt(realm, ALIAS);
    }

    /** The same for an identity provider of another alias. */
    public void declareAt(URI realm, String alias) {
        simulator.declare(client(realm, alias));
    }

    private static PscClient client(URI realm, String alias) {
        String address = realm.toString();
        String name = address.substring(address.lastIndexOf('/') + 1);
        String keycloak = address.substring(0, address.lastIndexOf("/realms/"));
        return PscClient.ofRealm(clientId(name, alias), SECRET, keycloak, name, alias);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of();
    }

    @Override
    public Map<String, String> options() {
        return Map.of("truststore-paths", trust.toAbsolutePath().toString());
    }

    @Override
    public Map<String, URI> addresses() {
        return Map.of(
                "Pro Santé Connect simulator (switches)",
                simulator.authorization().resolve("/simulateur"));
    }

    @Override
    public void configure(RealmResource realm) {
        configure(realm, "localhost");
    }

    /** @param host by which the server reaches the simulator, where that is not what browsers call it */
    public void configure(RealmResource realm, String host) {
        IdentityProviderRepresentation provider =
                provider(realm.toRepresentation().getRealm());
        for (String called : List.of("tokenUrl", "userInfoUrl", "jwksUrl")) {
            provider.getConfig().computeIfPresent(called, (name, address) -> address.replace("localhost", host));
        }
        boolean known = realm.identityProviders().findAll().stream().anyMatch(found -> ALIAS.equals(found.getAlias()));
        if (known) {
            realm.identityProviders().get(ALIAS).update(provider);
            return;
        }
        try (Response answer = realm.identityProviders().create(provider)) {
            if (answer.getStatus() != 201) {
                throw new IllegalStateException(
                        "No identity provider: " + answer.getStatus() + " " + answer.readEntity(String.class));
            }
        }
    }

    /** Declares at the simulator that the service of this realm proves itself by a certificate of this name. */
    public void demandCertificate(URI realm, String commonName, boolean secretToo) {
        simulator.declare(client(realm, ALIAS).withCertificate(commonName, secretToo));
    }

    private static String clientId(String realm, String alias) {
        return CLIENT_ID + "-" + realm + (alias.equals(ALIAS) ? "" : "-" + alias);
    }

    /** The identity provider as an administrator would set it up for the simulator. */
    public IdentityProviderRepresentation provider(String realmName) {
        return provider(realmName, ALIAS);
    }

    public IdentityProviderRepresentation provider(String realmName, String alias) {
        Map<String, String> config = new HashMap<>();
        config.put("environment", "custom");
        config.put("clientId", clientId(realmName, alias));
        config.put("clientSecret", SECRET);
        // More than the default: the machine that runs this runs everything else as well.
        config.put("timeout", "8");
        config.put("issuer", simulator.issuer());
        config.put("authorizationUrl", simulator.authorization().toString());
        config.put("tokenUrl", simulator.token().toString());
        config.put("userInfoUrl", simulator.userinfo().toString());
        config.put("jwksUrl", simulator.keySet().toString());
        config.put("logoutUrl", simulator.logout().toString());
        IdentityProviderRepresentation provider = new IdentityProviderRepresentation();
        provider.setAlias(alias);
        provider.setProviderId("pro-sante-connect");
        provider.setDisplayName("Pro Santé Connect");
        provider.setEnabled(true);
        provider.setFirstBrokerLoginFlowAlias(FIRST_LOGIN);
        provider.setConfig(config);
        return provider;
    }

    @Override
    public void close() {
        simulator.close();
    }
}
