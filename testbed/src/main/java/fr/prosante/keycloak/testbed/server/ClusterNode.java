package fr.prosante.keycloak.testbed.server;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** A place in a cluster and the server that stands there, which may be killed and followed by another one. */
final class ClusterNode implements AutoCloseable {
    /** How Infinispan tells who is there, joined or merged: at least two. */
    private static final Pattern VIEW = Pattern.compile("ISPN00009[34].*\\(([2-9]|\\d{2,})\\) \\[");

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KeycloakServerBuilder plan;
    private final boolean social;
    private Optional<KeycloakServer> running = Optional.empty();
    private Duration clockError = Duration.ZERO;

    /** @param social whether others are up before it, whom it must find */
    ClusterNode(KeycloakServerBuilder plan, boolean social) {
        this.plan = plan;
        this.social = social;
    }

    KeycloakServer server() {
        return running.orElseThrow(() -> new IllegalStateException("Not started"));
    }

    /** As on the first day: alive, and by the right time. */
    boolean whole() {
        return clockError.isZero() && running.map(KeycloakServer::alive).orElse(false);
    }

    void restart(Duration error) {
        running.ifPresent(former -> {
            former.close();
            plan.keep(true);
        });
        clockError = error;
        running = Optional.of(plan.environment(WrongClock.by(error)).start());
        awaitOthers();
    }

    @Override
    public void close() {
        running.ifPresent(KeycloakServer::close);
    }

    private void awaitOthers() {
        boolean met =
                !social || server().log().await(0, VIEW.asPredicate(), PATIENCE).isPresent();
        if (!met) {
            throw new IllegalStateException(
                    "A node does not find the others:\n" + server().log().tail(40));
        }
    }
}
