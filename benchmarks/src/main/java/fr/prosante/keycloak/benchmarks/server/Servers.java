package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.benchmarks.login.Site;
import fr.prosante.keycloak.testbed.Project;
import fr.prosante.keycloak.testbed.Testbed;
import fr.prosante.keycloak.testbed.TestbedBuilder;
import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.IdentityProviderRepresentation;
import org.keycloak.representations.idm.RealmRepresentation;

/**
 * One Keycloak behind nginx with both realms in it, so that ours and the peer have the same machine, the same JVM and the
 * same warm caches.
 */
public final class Servers implements AutoCloseable {

    /** The same for both sides of every measure. */
    static final String HEAP = "-Xms768m -Xmx768m";

    private static final Path FOLDER = Project.find().root().resolve("benchmarks/target/servers");

    private final Testbed testbed;
    private final Relay relay;
    private final Keycloak administrator;
    private final RealmResource stock;
    private final Optional<AskingHost> asking;

    private Servers(TestbedBuilder plan, Optional<AskingHost> asking) {
        this.relay = Relay.start();
        this.asking = asking;
        this.testbed = plan.folder(FOLDER)
                .server(settings -> settings
                        // The compiler of a server in production, and a heap that both sides share.
                        .compilesFully()
                        // Done with its work when the warm-up ends: it took more than what was measured, of the longer code first.
                        .javaOption("-XX:CompileThresholdScaling=0.2")
                        .environment("JAVA_OPTS_KC_HEAP", HEAP))
                .start();
        this.administrator = testbed.keycloak().adminClient();
        Realms.prepareOurs(ours(), relay.port());
        this.stock = Realms.createStock(administrator, ours().toRepresentation(), asking.map(AskingHost::url));
    }

    /** For the password paths. */
    public static Servers start() {
        return new Servers(Testbed.builder().front(CardFront.NGINX), Optional.empty());
    }

    /** Two nodes that share a PostgreSQL, asked in turn. */
    public static Servers onTwoNodes() {
        return new Servers(Testbed.builder().front(CardFront.NGINX).nodes(2), Optional.empty());
    }

    /** With a host that asks for certificates, and the X.509 step in the stock realm. */
    public static Servers withCards() {
        AskingHost host = AskingHost.any();
        // Keycloak's step trusts what the server trusts; the testbed writes the file before it starts the server.
        String authorities = FOLDER.resolve("card-authorities.pem").toString();
        Servers servers = new Servers(
                Testbed.builder()
                        .front(host.front())
                        .server(settings -> settings.option("truststore-paths", authorities)),
                Optional.of(host));
        CertificateFlow.install(
                servers.stock, servers.testbed.pki().persons(Grade.FORT).crlAddress());
        return servers;
    }

    /** With the simulator of Pro Santé Connect: our provider in our realm, Keycloak's OpenID Connect one in the other. */
    public static Servers withProSanteConnect() {
        Servers servers =
                new Servers(Testbed.builder().front(CardFront.NGINX).neighbour(PscNeighbour::start), Optional.empty());
        URI realm = servers.stockSite().url();
        servers.proSanteConnect().declareAt(realm);
        IdentityProviderRepresentation provider = servers.proSanteConnect().provider(Realms.STOCK);
        StockBroker.adapt(provider);
        servers.stock.identityProviders().create(provider).close();
        return servers;
    }

    public RealmResource ours() {
        return administrator.realm(testbed.realm());
    }

    public RealmResource stock() {
        return stock;
    }

    public Site ourSite() {
        return new Site(testbed.issuer());
    }

    public Site stockSite() {
        URI host = asking.map(AskingHost::url).orElseGet(testbed::loginUrl);
        return new Site(host.resolve("/realms/" + Realms.STOCK));
    }

    public Relay relay() {
        return relay;
    }

    /** Of the nodes that are up. */
    public List<ServerProcess> processes() {
        return testbed.cluster().nodes().stream()
                .filter(KeycloakServer::alive)
                .map(ServerProcess::of)
                .toList();
    }

    public void killSecondNode() {
        testbed.cluster().kill(2);
    }

    public PscNeighbour proSanteConnect() {
        return (PscNeighbour) testbed.neighbours().get(0);
    }

    /** Sets how long the page waits for the relay. */
    public void handOverWait(Duration wait) {
        ExecutionOption.set(ours(), "pro-sante-email-otp", "handOverWait", Long.toString(wait.toMillis()));
    }

    /** Cards of different doctors, who get accounts in both realms. */
    public Wallet cards() {
        Wallet wallet = Wallet.of(testbed.cards());
        Doctors holders = new Doctors(wallet.ids());
        holders.joinOurs(ours());
        holders.joinStock(stock, false);
        return wallet;
    }

    /** People in the stock realm whose passwords cost it next to nothing, for when sessions are wanted and not logins. */
    public Doctors doctorsWithCheapPasswords() {
        RealmRepresentation settings = stock.toRepresentation();
        settings.setPasswordPolicy("hashAlgorithm(pbkdf2-sha256) and hashIterations(1)");
        stock.update(settings);
        CredentialRepresentation password = new CredentialRepresentation();
        password.setType(CredentialRepresentation.PASSWORD);
        password.setValue(Doctors.PASSWORD);
        Doctors doctors = Doctors.of(20);
        for (String id : doctors.ids()) {
            String user = stock.users().searchByUsername(id, true).get(0).getId();
            stock.users().get(user).resetPassword(password);
        }
        return doctors;
    }

    @Override
    public void close() {
        administrator.close();
        testbed.close();
        relay.close();
    }
}
