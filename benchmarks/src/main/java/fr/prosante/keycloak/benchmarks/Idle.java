package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.server.ServerProcess;
import fr.prosante.keycloak.testbed.Project;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import java.io.IOException;
import java.util.Locale;

/** The live heap of a server that nobody uses: with the bundle and our realm, against one with neither. */
final class Idle {

    private Idle() {}

    static Figure weigh() throws IOException, InterruptedException {
        Project project = Project.find();
        KeycloakServerBuilder bundle =
                KeycloakServer.builder().root(project.root()).realm(project.realm());
        project.jars().forEach(bundle::provider);
        return Figure.of(
                "memory-idle",
                weigh("with the bundle", bundle),
                weigh("stock", KeycloakServer.builder().root(project.root())),
                "MB");
    }

    private static double weigh(String name, KeycloakServerBuilder builder) throws IOException, InterruptedException {
        try (KeycloakServer server = builder.compilesFully().start()) {
            ServerProcess process = ServerProcess.of(server);
            double heap = process.liveHeap();
            System.out.printf(Locale.ROOT, "%s: live heap %.1f MB, resident %.0f MB%n", name, heap, process.resident());
            return heap;
        }
    }
}
