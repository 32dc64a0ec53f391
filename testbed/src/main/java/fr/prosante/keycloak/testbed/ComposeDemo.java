package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.crl.CrlServer;
import fr.prosante.keycloak.testbed.mail.Mailbox;
import fr.prosante.keycloak.testbed.ocsp.OcspResponder;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.pki.ServerAuthority;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/**
 * What {@code docker/compose.demo.yaml} puts around the nodes: portal, mailbox, revocation lists, simulator of Pro Santé
 * Connect. It shares nginx's network, so that the addresses that a browser uses are right for it too; the nodes reach it
 * under {@link ServerAuthority#NEIGHBOURS}.
 */
public final class ComposeDemo {
    private static final String REALM = "pro-sante";
    private static final int LISTS = 8442;
    private static final int SMTP = 8447;
    /** Where nginx listens in its container, whatever is published. */
    private static final int LOGIN = 8443;

    private ComposeDemo() {}

    /** {@code files FOLDER} makes keys and certificates there, {@code start FOLDER} runs with them until it is killed. */
    public static void main(String[] arguments) {
        Path folder = Path.of(arguments[1]);
        try {
            switch (arguments[0]) {
                case "files" -> files(folder);
                case "start" -> start(folder);
                default -> throw new IllegalArgumentException(arguments[0]);
            }
        } catch (IOException | RuntimeException e) {
            System.err.println("The demo could not start: " + e);
            // Threads of the parts would keep it alive.
            System.exit(1);
        }
    }

    /** Its keys are the ones in the folder: who opens it twice speaks for the same authorities. */
    public static HealthPki pki(Path folder) {
        return HealthPki.open(
                folder.resolve("keys"), URI.create("http://" + ServerAuthority.NEIGHBOURS + ":" + LISTS + "/"));
    }

    private static void files(Path folder) {
        HealthPki pki = pki(folder);
        pki.writeAnchors(folder.resolve("card-authorities.pem"));
        Pem.write(folder.resolve("servers-ca.pem"), Pem.certificate(pki.serverCa()));
        Leaf server = pki.localhost();
        for (String host : List.of("login", "door")) {
            Pem.write(folder.resolve("secrets/" + host + ".crt"), Pem.certificates(server.chain()));
            Pem.write(folder.resolve("secrets/" + host + ".key"), Pem.key(server.key()));
        }
    }

    private static void start(Path folder) throws IOException {
        URI login = URI.create(System.getenv("LOGIN_URL"));
        URI issuer = login.resolve("/realms/" + REALM);
        Forwarder forwarder = new Forwarder();
        if (login.getPort() != LOGIN) {
            forwarder.forward("127.0.0.1", login.getPort(), LOGIN);
        }
        CrlServer lists = CrlServer.start(LISTS);
        HealthPki pki = pki(folder);
        OcspResponder.start(lists.publish(pki), pki.authorities());
        CardBox cards = CardBox.fill(pki, folder.resolve("cards"));
        Mailbox mailbox = Mailbox.start(SMTP, port("MAILBOX"));
        PscNeighbour psc = PscNeighbour.start(new Surroundings(pki, cards, issuer, folder, port("WALLET")));
        Portal portal = Portal.start(issuer, pki.serverCa(), port("PORTAL"));
        configure(login, pki, portal, psc);
        for (int port : List.of(LISTS, SMTP, port("MAILBOX"), port("WALLET"), port("WALLET") + 1, port("PORTAL"))) {
            forwarder.forward(System.getenv("DEMO_ADDRESS"), port, port);
        }
        tell(portal, mailbox, psc, cards);
    }

    /** Fails as long as Keycloak does not answer: it is started again then. */
    private static void configure(URI login, HealthPki pki, Portal portal, PscNeighbour psc) throws IOException {
        try (Keycloak keycloak = Keycloak.getInstance(
                login.toString(),
                "master",
                System.getenv("KEYCLOAK_ADMIN"),
                Files.readString(Path.of("/run/secrets/admin_password")).strip(),
                "admin-cli",
                ServerTrust.in(pki.serverCa()))) {
            RealmResource realm = keycloak.realm(REALM);
            PortalClient.register(realm, portal.url());
            psc.configure(realm, ServerAuthority.NEIGHBOURS);
        }
    }

    private static void tell(Portal portal, Mailbox mailbox, PscNeighbour psc, CardBox cards) {
        System.out.println("Portal " + portal.url());
        System.out.println("Mailbox " + mailbox.page());
        psc.addresses().forEach((name, address) -> System.out.println(name + " " + address));
        System.out.println(
                "Cards, to be imported into a browser from the demo's folder; the code is the password of the file:");
        System.out.println(cards.cards().stream().map(DemoTable::card).collect(Collectors.joining("\n")));
    }

    private static int port(String name) {
        return Integer.parseInt(System.getenv("DEMO_" + name));
    }
}
