package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.server.Database;
import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import fr.prosante.keycloak.testbed.server.ServerHost;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** What a testbed shall hold; as it is, the project's own jars and realm on free ports with a database in memory. */
public final class TestbedBuilder {
    final List<Neighbour.Factory> neighbours = new ArrayList<>();
    final List<Consumer<KeycloakServerBuilder>> serverSettings = new ArrayList<>();
    Project project = Project.find();
    PortPlan ports = PortPlan.free();
    Optional<Path> realmFile = Optional.empty();
    String realmName = "pro-sante";
    Optional<List<Path>> jars = Optional.empty();
    Optional<Path> folder = Optional.empty();
    Database database = Database.memory();
    Optional<ServerHost> host = Optional.empty();
    CardFront.Kind front = CardFront.JAVA;
    boolean keep;
    int nodes = 1;

    TestbedBuilder() {}

    public TestbedBuilder project(Project where) {
        project = where;
        return this;
    }

    public TestbedBuilder ports(PortPlan plan) {
        ports = plan;
        return this;
    }

    /** Another realm than {@code realm-export/pro-sante-realm.json}. */
    public TestbedBuilder realm(String name, Path file) {
        realmName = name;
        realmFile = Optional.of(file);
        return this;
    }

    /** Other provider jars than the project's. */
    public TestbedBuilder jars(List<Path> providers) {
        jars = Optional.of(providers);
        return this;
    }

    /** Where cards, PEM files and the server's folder go; {@code testbed/target/run-<number>} if not given. */
    public TestbedBuilder folder(Path where) {
        folder = Optional.of(where);
        return this;
    }

    public TestbedBuilder database(Database where) {
        database = where;
        return this;
    }

    /** As many Keycloaks with one PostgreSQL of their own, whatever {@link #database} says; asked in turn by the front. */
    public TestbedBuilder nodes(int count) {
        nodes = count;
        return this;
    }

    /** Servers that run there, with a PostgreSQL of their own. */
    public TestbedBuilder host(ServerHost elsewhere) {
        host = Optional.of(elsewhere);
        return this;
    }

    /** Another front than the one in Java. */
    public TestbedBuilder front(CardFront.Kind kind) {
        front = kind;
        return this;
    }

    /** Goes on with the data of the last start in the same folder. */
    public TestbedBuilder keep(boolean keepData) {
        keep = keepData;
        return this;
    }

    public TestbedBuilder neighbour(Neighbour.Factory factory) {
        neighbours.add(factory);
        return this;
    }

    /** A last word on the server: options, environment, more realms. */
    public TestbedBuilder server(Consumer<KeycloakServerBuilder> settings) {
        serverSettings.add(settings);
        return this;
    }

    /**
     * Starts everything.
     *
     * @throws IllegalStateException if a port of the plan is taken or a part does not start; nothing is left running
     */
    public Testbed start() {
        if (!ports.taken().isEmpty()) {
            throw new IllegalStateException("Ports already in use: " + ports.taken() + " (see --port-base)");
        }
        return new Testbed(this, Parts.start(this));
    }
}
