package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.crl.CrlServer;
import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.mail.Mailbox;
import fr.prosante.keycloak.testbed.ocsp.OcspResponder;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.server.Cluster;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import fr.prosante.keycloak.testbed.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.resource.RealmResource;

/** The parts of a {@link Testbed}, started in the order in which they need each other and closed in the opposite one. */
final class Parts implements AutoCloseable {
    final Path folder;
    final CrlServer crls;
    final OcspResponder ocsp;
    final HealthPki pki;
    final CardBox cards;
    final Mailbox mailbox;
    final CardFront front;
    final Portal portal;
    final URI issuer;
    final Path serverCa;
    final List<Neighbour> neighbours = new ArrayList<>();

    private final List<Integer> keycloakPorts;
    private final Deque<AutoCloseable> running;
    private Optional<Cluster> cluster = Optional.empty();

    private Parts(TestbedBuilder plan, Deque<AutoCloseable> running) {
        this.running = running;
        folder = folder(plan);
        keycloakPorts = IntStream.range(0, plan.nodes)
                .mapToObj(i -> i > 0 || plan.ports.keycloak() == 0 ? Ports.free() : plan.ports.keycloak())
                .toList();
        crls = opened(CrlServer.start(plan.ports.crl()));
        pki = HealthPki.open(plan.project.target().resolve("keys"), crls.base());
        crls.publish(pki);
        ocsp = opened(OcspResponder.start(crls, pki.authorities()));
        cards = CardBox.fill(pki, folder.resolve("cards"));
        serverCa = Pem.write(folder.resolve("tls-ca.pem"), Pem.certificate(pki.serverCa()));
        mailbox = opened(Mailbox.start(plan.ports.smtp(), plan.ports.mailbox()));
        front = opened(plan.front.start(new CardFront.Plan(
                pki,
                plan.project.root().resolve("docker/nginx"),
                folder,
                keycloakPorts.stream()
                        .map(port -> URI.create("http://127.0.0.1:" + port))
                        .toList(),
                plan.ports.login(),
                plan.ports.door())));
        issuer = front.loginUrl().resolve("/realms/" + plan.realmName);
        portal = opened(Portal.start(issuer, pki.serverCa(), plan.ports.portal()));
    }

    static Parts start(TestbedBuilder plan) {
        Deque<AutoCloseable> running = new ArrayDeque<>();
        try {
            Parts parts = new Parts(plan, running);
            parts.startServers(plan);
            return parts;
        } catch (RuntimeException e) {
            close(running);
            throw e;
        }
    }

    Cluster cluster() {
        return cluster.orElseThrow(() -> new IllegalStateException("Not started"));
    }

    @Override
    public void close() {
        close(running);
    }

    /** All of them, even if one fails. */
    private static void close(Deque<AutoCloseable> parts) {
        Optional<Exception> failure = Optional.empty();
        while (!parts.isEmpty()) {
            try {
                parts.pop().close();
            } catch (Exception e) {
                failure = Optional.of(e);
            }
        }
        if (failure.isPresent()) {
            throw new IllegalStateException("A part did not close", failure.get());
        }
    }

    private void startServers(TestbedBuilder plan) {
        for (Neighbour.Factory factory : plan.neighbours) {
            neighbours.add(opened(factory.start(
                    new Surroundings(pki, cards, issuer, folder, plan.ports.neighbour(neighbours.size())))));
        }
        Cluster servers = plan.nodes == 1 && plan.host.isEmpty()
                ? Cluster.alone(server(plan)
                        .folder(folder.resolve("keycloak"))
                        .httpPort(keycloakPorts.get(0))
                        .managementPort(plan.ports.management()))
                : Cluster.of(() -> server(plan), keycloakPorts, folder);
        cluster = Optional.of(opened(servers));
        try (Keycloak admin = servers.node(1).adminClient()) {
            RealmResource realm = admin.realm(plan.realmName);
            PortalClient.register(realm, portal.url());
            neighbours.forEach(neighbour -> neighbour.configure(realm));
        }
    }

    private KeycloakServerBuilder server(TestbedBuilder plan) {
        KeycloakServerBuilder server = KeycloakServer.builder()
                .root(plan.project.root())
                .database(plan.database)
                .keep(plan.keep)
                .discard(plan.folder.isEmpty())
                .realm(plan.realmFile.orElseGet(plan.project::realm))
                .option("hostname", front.loginUrl().toString())
                .option("proxy-headers", "xforwarded")
                .option("proxy-trusted-addresses", "127.0.0.1")
                .buildOption("spi-x509cert-lookup--provider", front.certificateLookup())
                .environment("PRO_SANTE_CARD_DOOR_URL", front.doorUrl().toString())
                .environment("PRO_SANTE_CARD_ANCHORS", "files")
                .environment("PRO_SANTE_CARD_CATEGORIES", "card##test-card")
                .environment(
                        "PRO_SANTE_CARD_ANCHOR_FILES",
                        pki.writeAnchors(folder.resolve("card-authorities.pem")).toString())
                .environment("PRO_SANTE_SMTP_HOST", "127.0.0.1")
                .environment("PRO_SANTE_SMTP_PORT", String.valueOf(mailbox.smtpPort()));
        plan.host.ifPresent(server::on);
        plan.jars.orElseGet(plan.project::jars).forEach(server::provider);
        for (Neighbour neighbour : neighbours) {
            server.environment(neighbour.environment());
            neighbour.options().forEach(server::option);
        }
        plan.serverSettings.forEach(settings -> settings.accept(server));
        return server;
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    private static Path folder(TestbedBuilder plan) {
        try {
            if (plan.folder.isPresent()) {
                return Files.createDirectories(plan.folder.get().toAbsolutePath());
            }
            Path runs = Files.createDirectories(plan.project.target().resolve("runs"));
            return Files.createTempDirectory(runs, "run-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
