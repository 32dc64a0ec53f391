package fr.prosante.keycloak.testbed.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Several Keycloaks from one build that share a database and their caches, counted from 1. One alone is a cluster too,
 * and keeps its data as its builder says.
 */
public final class Cluster implements AutoCloseable {
    private final Optional<PostgresServer> database;
    private final List<ClusterNode> nodes;

    private Cluster(Optional<PostgresServer> database, List<ClusterNode> nodes) {
        this.database = database;
        this.nodes = nodes;
    }

    /** One server. */
    public static Cluster alone(KeycloakServerBuilder plan) {
        return started(new Cluster(Optional.empty(), List.of(new ClusterNode(plan, false))));
    }

    /**
     * Starts a PostgreSQL and the servers, one after the other: the first one makes the tables.
     *
     * @param plan makes a builder with all that is the same on every node
     * @param ports http ports, one for each node
     * @param folder where the nodes' folders and logs go
     */
    public static Cluster of(Supplier<KeycloakServerBuilder> plan, List<Integer> ports, Path folder) {
        PostgresServer database = PostgresServer.start(folder.resolve("postgres.log"));
        List<ClusterNode> nodes = new ArrayList<>();
        for (int port : ports) {
            Path home = folder.resolve("keycloak-" + (nodes.size() + 1));
            KeycloakServerBuilder member =
                    plan.get().folder(home).httpPort(port).managementPort(Ports.free());
            nodes.add(new ClusterNode(sharing(member, database), !nodes.isEmpty()));
        }
        return started(new Cluster(Optional.of(database), nodes));
    }

    /** The server that stands at that place now. */
    public KeycloakServer node(int number) {
        return at(number).server();
    }

    /** All of them, also those that were killed. */
    public List<KeycloakServer> nodes() {
        return nodes.stream().map(ClusterNode::server).toList();
    }

    /** What the nodes share. */
    public PostgresServer database() {
        return database.orElseThrow(() -> new IllegalStateException("One server alone shares no database"));
    }

    /** As a power cut would: {@code kill -9}. */
    public void kill(int number) {
        at(number).server().kill();
    }

    /** Down, if it is up, and up again; it is back among the others on return. */
    public void restart(int number) {
        at(number).restart(Duration.ZERO);
    }

    /** As {@link #restart(int)}, with a clock that goes wrong by so many seconds; see {@link WrongClock#installed()}. */
    public void restart(int number, Duration clockError) {
        at(number).restart(clockError);
    }

    /** Starts again what was stopped or killed, and whose clock was put wrong. */
    public void isMended() {
        database.ifPresent(PostgresServer::comesBack);
        nodes.stream().filter(node -> !node.whole()).forEach(node -> node.restart(Duration.ZERO));
    }

    @Override
    public void close() {
        nodes.forEach(ClusterNode::close);
        database.ifPresent(PostgresServer::close);
    }

    private ClusterNode at(int number) {
        return nodes.get(number - 1);
    }

    private static Cluster started(Cluster cluster) {
        try {
            cluster.nodes.forEach(node -> node.restart(Duration.ZERO));
            return cluster;
        } catch (RuntimeException e) {
            cluster.close();
            throw e;
        }
    }

    private static KeycloakServerBuilder sharing(KeycloakServerBuilder member, PostgresServer database) {
        return member.database(database.database())
                .option("cache", "ispn")
                .option("cache-embedded-network-bind-address", "127.0.0.1")
                .option("cache-embedded-network-bind-port", String.valueOf(Ports.freePair()))
                .option("db-pool-max-size", "40")
                // A connection that the database has cut is noticed before a request gets it.
                .environment("QUARKUS_DATASOURCE_JDBC_VALIDATE_ON_BORROW", "true")
                // The port by which nodes watch each other is the one behind; 50,000 further on there may be none.
                .javaOption("-Djgroups.fd.port-offset=1")
                .environment("JAVA_OPTS_KC_HEAP", "-Xms128m -Xmx768m");
    }
}
