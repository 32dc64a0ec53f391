package fr.prosante.keycloak.e2e.server;

import dasniko.testcontainers.keycloak.KeycloakContainer;
import fr.prosante.keycloak.testbed.server.RunningServer;

/** A server in a container, which is gone when it is closed. */
record RunningContainer(KeycloakContainer container) implements RunningServer {

    @Override
    public boolean alive() {
        return container.isRunning();
    }

    @Override
    public void kill() {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    @Override
    public long virtualMachine() {
        throw new UnsupportedOperationException("Java in a container cannot be looked into from outside");
    }

    @Override
    public void close() {
        container.stop();
    }
}
