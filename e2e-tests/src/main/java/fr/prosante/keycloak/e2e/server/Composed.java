package fr.prosante.keycloak.e2e.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.ComposeDemo;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.server.Ports;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.keycloak.admin.client.Keycloak;

/**
 * The containers of {@code docker/compose.yaml} with what a real site adds and with what {@code docker/demo.sh} puts around
 * them, on ports, a network and keys of their own; gone with their data when it is closed.
 */
public final class Composed implements AutoCloseable {

    public static final List<String> NODES = List.of("keycloak-1", "keycloak-2");

    private static final String PROJECT = "pro-sante-test";
    private static final Containers CONTAINERS = new Containers(PROJECT);
    private static final String REALM = "pro-sante";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration A_MAIL_COMES = Duration.ofSeconds(20);
    private static final Pattern CODE = Pattern.compile("(?<!\\d)\\d{6}(?!\\d)");

    private final Path folder = Build.target("compose");
    private final int login = Ports.free();
    private final int portal = Ports.free();
    private final int mailbox = Ports.free();
    private final Map<String, String> environment = new HashMap<>();
    private final HealthPki pki;

    private Composed() {
        environment.putAll(Map.of(
                "COMPOSE_PROJECT_NAME",
                PROJECT,
                "COMPOSE_FILE",
                "compose.yaml:compose.production.yaml:compose.demo.yaml",
                "PRO_SANTE_NET",
                "172.30.58",
                "PRO_SANTE_IMAGE",
                Image.NAME,
                "KEYCLOAK_IMAGE",
                Image.base(),
                "NGINX_IMAGE",
                "pro-sante-test/nginx:debian",
                "POSTGRES_IMAGE",
                "pro-sante-test/postgres:debian",
                "DEMO_FOLDER",
                folder.toString()));
        hasAddresses(Ports.free(), Ports.freePair());
        takesKeysOfEarlierRuns();
        demo("up", "-d");
        pki = ComposeDemo.pki(folder);
    }

    private void hasAddresses(int door, int wallet) {
        environment.putAll(Map.of(
                "LOGIN_URL",
                "https://localhost:" + login,
                "LOGIN_PUBLISH",
                "127.0.0.1:" + login,
                "DOOR_URL",
                "https://127.0.0.1:" + door,
                "DOOR_PUBLISH",
                "127.0.0.1:" + door,
                "DEMO_PORTAL",
                String.valueOf(portal),
                "DEMO_MAILBOX",
                String.valueOf(mailbox),
                "DEMO_WALLET",
                String.valueOf(wallet),
                "DEMO_ISSUER",
                String.valueOf(wallet + 1)));
    }

    /** Builds the images that are missing and returns when both nodes and what is around them answer. */
    public static Composed up() {
        Image.made();
        var composed = new Composed();
        try {
            CONTAINERS.awaitHealthy("keycloak-2");
            CONTAINERS.awaitWord("demo", "Portal ");
            return composed;
        } catch (RuntimeException e) {
            e.addSuppressed(new IllegalStateException(composed.demo("logs", "--tail=80")));
            composed.close();
            throw e;
        }
    }

    public Visitors visitors() {
        return new Visitors(
                card -> new Visitor(pki.serverCa(), loginUrl().resolve("/realms/" + REALM), portal(), card));
    }

    /** What the administrator whom the first start made does to the realm, by way of nginx. */
    public void administer(Consumer<StoryRealm> deed) {
        try (var administrator = Keycloak.getInstance(
                loginUrl().toString(),
                "master",
                "premier-administrateur",
                secret(secretFile("admin-password")),
                "admin-cli",
                ServerTrust.in(pki.serverCa()))) {
            deed.accept(new StoryRealm(REALM, administrator.realm(REALM)));
        }
    }

    /** The login page, by way of the portal. */
    public Answer welcomes(Visitor visitor) {
        return visitor.follows(visitor.get(portal().resolve("/login")));
    }

    private URI loginUrl() {
        return URI.create("https://localhost:" + login);
    }

    private URI portal() {
        return URI.create("http://localhost:" + portal);
    }

    /** Cards of the authorities that the demo made. */
    public CardBox cards() {
        return CardBox.fill(pki, folder.resolve("test-cards"));
    }

    /** A card more, of somebody who is not in the box. */
    public Card issues(String idNat) {
        return new CardMaker(pki, folder.resolve("test-cards")).card(idNat, "CAMILLE", "DURAND");
    }

    /** The code of the mail of that number to the address, counted from 1, once it is there. */
    public String codeFor(String address, int number) {
        await().atMost(A_MAIL_COMES).until(() -> mailsTo(address).size() >= number);
        var code = CODE.matcher(mailsTo(address).get(number - 1));
        if (!code.find()) {
            throw new AssertionError("No code in mail " + number + " to " + address);
        }
        return code.group();
    }

    /** The texts of the mails to an address, oldest first, as the mailbox tells them. */
    public List<String> mailsTo(String address) {
        try (var answer =
                URI.create("http://127.0.0.1:" + mailbox + "/messages").toURL().openStream()) {
            var mails = JSON.readTree(answer);
            return Stream.iterate(0, i -> i < mails.size(), i -> i + 1)
                    .map(mails::get)
                    .filter(mail -> mail.path("to").toString().contains(address))
                    .map(mail -> mail.path("text").asText())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a power cut would. */
    public void kills(String service) {
        CONTAINERS.kill(service);
    }

    /** Starts what is not running, a node that was killed for one. */
    public void isMended() {
        demo("up", "-d");
        NODES.forEach(CONTAINERS::awaitHealthy);
    }

    /** Replaces the nodes by others of that image, as an upgrade does, and returns when these are healthy. */
    public void upgrades(String image) {
        environment.put("PRO_SANTE_IMAGE", image);
        environment.put("COMPOSE", "docker/demo.sh");
        withEnvironment(Stream.concat(Stream.of("docker/replace.sh"), NODES.stream()));
    }

    /** What a container said so far. */
    public String logs(String service) {
        return CONTAINERS.logs(service);
    }

    /** What Docker tells about a container. */
    public JsonNode inspected(String service) {
        return CONTAINERS.inspected(service);
    }

    /** Passwords and private keys of this run. */
    public List<String> secrets() {
        return Stream.of("db-password", "admin-password", "login.key", "door.key")
                .map(this::secretFile)
                .map(Composed::secret)
                .toList();
    }

    private Path secretFile(String name) {
        return folder.resolve("secrets").resolve(name);
    }

    @Override
    public void close() {
        demo("down", "--volumes", "--timeout=5");
    }

    /** Making them is what takes time. */
    private void takesKeysOfEarlierRuns() {
        var keys = Build.root().resolve("testbed/target/keys");
        if (Files.isDirectory(keys)) {
            Shell.succeeds("mkdir", "--parents", folder.toString());
            Shell.succeeds("cp", "--recursive", "--no-clobber", keys.toString(), folder.toString());
        }
    }

    /** The longest line: of a key that is enough to know it by. */
    private static String secret(Path file) {
        try (var lines = Files.lines(file)) {
            return lines.max((one, other) -> one.length() - other.length()).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String demo(String... words) {
        return withEnvironment(Stream.concat(Stream.of("docker/demo.sh"), Stream.of(words)));
    }

    private String withEnvironment(Stream<String> command) {
        var settings = environment.entrySet().stream().map(variable -> variable.getKey() + "=" + variable.getValue());
        return Shell.succeeds(Stream.of(Stream.of("env"), settings, command)
                .flatMap(part -> part)
                .toArray(String[]::new));
    }
}
