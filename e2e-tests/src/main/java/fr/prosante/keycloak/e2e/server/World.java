package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.browser.Chromium;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.RealmTemplate;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.Project;
import fr.prosante.keycloak.testbed.Testbed;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Everything a story needs around it, started once per test run: cards, lists, mail, the front, a browser, and one Keycloak
 * or a cluster of them.
 */
public final class World implements AutoCloseable {

    /** Of codes on one node: few, so that a story can reach the limit. */
    public static final int MOST_PENDING_MAILS = 8;

    private final Testbed testbed;
    private final Chromium chromium;
    private final Path anchors;
    private final Vault vault;
    private final Letterbox letterbox;

    private World(Testbed testbed, Chromium chromium, Path anchors, Vault vault) {
        this.vault = vault;
        this.testbed = testbed;
        this.chromium = chromium;
        this.anchors = anchors;
        this.letterbox = new Letterbox(testbed.mailbox());
    }

    static World start(Story story) {
        // First, because it is quick and fails where no browser is installed.
        var chromium = Chromium.launch();
        try {
            var folder = Build.target(story.nodes() == 1 ? "world" : "cluster");
            var vault = new Vault(folder.resolve("vault"));
            var plan = Testbed.builder()
                    .project(new Project(Build.root()))
                    .folder(folder)
                    .nodes(story.nodes())
                    .front(story.nodes() == 1 ? CardFront.JAVA : CardFront.BEST)
                    .neighbour(PscNeighbour::start)
                    .server(vault::openTo)
                    // A minute else, before a renewed certificate is looked at.
                    .server(server -> server.option("spi-social--pro-sante-connect--certificate-check-seconds", "2"))
                    // Ten seconds else, before the keys of an identity provider are asked for again.
                    .server(server ->
                            server.option("spi-public-key-storage--infinispan--min-time-between-requests", "1"))
                    .server(server -> server.option(
                            "spi-authenticator--pro-sante-email-otp--max-pending-mails",
                            String.valueOf(MOST_PENDING_MAILS)));
            // The image is made for nginx.
            Image.wanted().ifPresent(image -> plan.host(image).front(CardFront.NGINX));
            var testbed = plan.start();
            return new World(testbed, chromium, testbed.pki().writeAnchors(folder.resolve("anchors.pem")), vault);
        } catch (RuntimeException e) {
            chromium.close();
            throw e;
        }
    }

    public Testbed testbed() {
        return testbed;
    }

    /** What operators read of the node: the sum of a meter's series that bear a tag such as {@code outcome="answered"}. */
    public double meter(String name, String tag) {
        return testbed.keycloak().metrics().sum(name, tag);
    }

    /** PEM file of all the imitation's authorities of persons, the one of software keys included. */
    public Path everyAuthority() {
        var certificates = Arrays.stream(Grade.values())
                .flatMap(grade -> testbed.pki().persons(grade).path().stream())
                .toList();
        return Pem.write(Build.target("world").resolve("every-authority.pem"), Pem.certificates(certificates));
    }

    public Vault vault() {
        return vault;
    }

    CardBox cards() {
        return testbed.cards();
    }

    Letterbox letterbox() {
        return letterbox;
    }

    /** The simulator of Pro Santé Connect, at which the realm is declared; the realm has an identity provider for it. */
    PscNeighbour proSanteConnect(RealmOnLoan realm) {
        var neighbour = (PscNeighbour) testbed.neighbours().get(0);
        neighbour.declareAt(
                testbed.loginUrl().resolve("/realms/" + realm.story().name()));
        neighbour.configure(realm.story().administered());
        neighbour.simulator().reset();
        return neighbour;
    }

    People people(RealmOnLoan realm) {
        return new People(
                chromium,
                new People.Addresses(
                        realm.portal().url().resolve("/login").toString(),
                        testbed.doorUrl().toString()));
    }

    /** A fresh copy of the exported realm, with a portal in front. */
    RealmOnLoan lendRealm(String className) {
        return lendRealm(className, Build.exportedRealm());
    }

    private RealmOnLoan lendRealm(String className, Path file) {
        var name = className.toLowerCase(Locale.ROOT);
        var portal = Portal.start(
                testbed.loginUrl().resolve("/realms/" + name), testbed.pki().serverCa(), 0);
        var administrator = testbed.adminClient();
        new RealmTemplate(file, placeholders(testbed.doorUrl().toString()))
                .importInto(testbed.keycloak().url(), administrator, name, portal.url());
        return new RealmOnLoan(new StoryRealm(name, administrator.realm(name)), portal, administrator);
    }

    Visitors visitors(RealmOnLoan realm) {
        return new Visitors(card -> new Visitor(
                testbed.pki().serverCa(),
                testbed.loginUrl().resolve("/realms/" + realm.story().name()),
                realm.portal().url(),
                card));
    }

    /** Another realm; the caller closes it. */
    public Elsewhere opensRealm(String name) {
        return opensRealm(name, Build.exportedRealm());
    }

    /** Another one, imported from another file than this version's; the caller closes it. */
    public Elsewhere opensRealm(String name, Path file) {
        var realm = lendRealm(name, file);
        return new Elsewhere(realm, visitors(realm));
    }

    /** Calls {@code pro-sante-realm} on a realm of this server, as its administrator does in the image or beside a distribution. */
    public Shell.Ended upgrades(String realmName, String... words) {
        var keycloak = testbed.keycloak();
        var values = placeholders(testbed.doorUrl().toString()).entrySet().stream()
                .map(value -> value.getKey() + "=" + value.getValue());
        var program = Image.toldOn()
                ? Stream.of(
                        Stream.of("docker", "exec"),
                        values.map(value -> "--env=" + value),
                        Stream.of(Image.container(), "/opt/keycloak/bin/pro-sante-realm.sh"))
                : Stream.of(
                        Stream.of("env"),
                        values,
                        Stream.of(
                                "java",
                                "-cp",
                                Build.realmJar() + ":" + keycloak.home().resolve("bin/client") + "/*",
                                "fr.prosante.keycloak.realm.RealmUpgrade"));
        var arguments = Stream.of(
                "--server",
                keycloak.url().toString(),
                "--user",
                KeycloakServer.ADMIN,
                "--password-file",
                Pem.write(Build.target("administrator"), KeycloakServer.ADMIN).toString(),
                "--realm",
                realmName);
        return Shell.run(Stream.of(program.flatMap(part -> part), arguments, Stream.of(words))
                .flatMap(part -> part)
                .toArray(String[]::new));
    }

    /** A second Keycloak with its own realm; the caller closes it. */
    public SameOrigin startsWithoutFront() {
        return SameOrigin.start(this, Map.of());
    }

    /** The same with more options of {@code kc.sh start}. */
    public SameOrigin startsWithoutFront(Map<String, String> options) {
        return SameOrigin.start(this, options);
    }

    Chromium chromium() {
        return chromium;
    }

    Map<String, String> placeholders(String door) {
        return Map.of(
                "PRO_SANTE_CARD_DOOR_URL",
                door,
                "PRO_SANTE_CARD_ANCHORS",
                "files",
                "PRO_SANTE_CARD_CATEGORIES",
                "card##test-card",
                "PRO_SANTE_CARD_ANCHOR_FILES",
                anchors.toString(),
                "PRO_SANTE_SMTP_HOST",
                "127.0.0.1",
                "PRO_SANTE_SMTP_PORT",
                Integer.toString(testbed.mailbox().smtpPort()));
    }

    @Override
    public void close() {
        try {
            chromium.close();
        } finally {
            testbed.close();
        }
    }
}
