package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.realm.RealmTemplate;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.Testbed;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import fr.prosante.keycloak.testbed.server.Ports;
import java.net.URI;
import java.util.Map;

/**
 * A second Keycloak, without a front: it ends TLS itself and asks every visitor for a certificate, so that the card door
 * is at the login's own address.
 */
public final class SameOrigin implements AutoCloseable {

    private final KeycloakServer keycloak;
    private final RealmOnLoan realm;
    private final People people;
    private final Visitors visitors;

    private SameOrigin(KeycloakServer keycloak, RealmOnLoan realm, People people, Visitors visitors) {
        this.keycloak = keycloak;
        this.realm = realm;
        this.people = people;
        this.visitors = visitors;
    }

    static SameOrigin start(World world, Map<String, String> options) {
        var testbed = world.testbed();
        var port = Ports.free();
        var address = URI.create("https://localhost:" + port);
        var keycloak = server(testbed, address, port, options);
        try {
            var portal = Portal.start(
                    address.resolve("/realms/pro-sante"), testbed.pki().serverCa(), 0);
            var administrator = keycloak.adminClient();
            new RealmTemplate(Build.exportedRealm(), world.placeholders(""))
                    .importInto(keycloak.url(), administrator, "pro-sante", portal.url());
            var realm = new RealmOnLoan(
                    new StoryRealm("pro-sante", administrator.realm("pro-sante")), portal, administrator);
            var addresses = new People.Addresses(portal.url().resolve("/login").toString(), address.toString());
            var visitors = new Visitors(card ->
                    new Visitor(testbed.pki().serverCa(), address.resolve("/realms/pro-sante"), portal.url(), card));
            return new SameOrigin(keycloak, realm, new People(world.chromium(), addresses), visitors);
        } catch (RuntimeException e) {
            keycloak.close();
            throw e;
        }
    }

    public StoryRealm realm() {
        return realm.story();
    }

    public KeycloakServer keycloak() {
        return keycloak;
    }

    public People people() {
        return people;
    }

    public Visitors visitors() {
        return visitors;
    }

    @Override
    public void close() {
        people.close();
        realm.close();
        keycloak.close();
    }

    private static KeycloakServer server(Testbed testbed, URI address, int port, Map<String, String> options) {
        var folder = Build.target("same-origin");
        var identity = testbed.pki().localhost();
        var authorities = testbed.pki().authorities().stream()
                .map(authority -> authority.certificate())
                .toList();
        var server = Build.keycloak()
                .folder(folder.resolve("keycloak"))
                .option("hostname", address.toString())
                .option("https-port", String.valueOf(port))
                .option(
                        "https-certificate-file",
                        Pem.write(folder.resolve("server.pem"), Pem.certificates(identity.chain()))
                                .toString())
                .option(
                        "https-certificate-key-file",
                        Pem.write(folder.resolve("server.key"), Pem.key(identity.key()))
                                .toString())
                .buildOption("https-client-auth", "request")
                .option("http-management-scheme", "http")
                // Without it the handshake fails for every card: Keycloak's TLS trusts the JRE's authorities only.
                .option(
                        "https-trust-store-file",
                        Pem.write(folder.resolve("authorities.pem"), Pem.certificates(authorities))
                                .toString());
        options.forEach(server::option);
        return server.start();
    }
}
