package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.Median;
import fr.prosante.keycloak.testbed.Project;
import fr.prosante.keycloak.testbed.server.Database;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An optimised start with the bundle, against one without; and what the bundle weighs. */
final class StartMeasure implements Measure {

    private static final Pattern STARTED = Pattern.compile("Keycloak .* started in ([0-9.]+)s");
    private static final int ROUNDS = 5;

    private final Project project = Project.find();

    @Override
    public List<Figure> take() throws IOException {
        // Builds the server and makes the database: neither is a start.
        start(true);
        start(false);
        List<Double> ours = new ArrayList<>();
        List<Double> stock = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ours.add(start(true));
            stock.add(start(false));
        }
        return List.of(
                Figure.of("start-time", Median.of(ours), Median.of(stock), "s"), Figure.alone("jar-size", kilobytes(), "kB"));
    }

    /** Seconds, as the server tells them. */
    private double start(boolean withBundle) {
        KeycloakServerBuilder builder = KeycloakServer.builder()
                .root(project.root())
                .folder(project.root().resolve("benchmarks/target/start-" + (withBundle ? "bundle" : "stock")))
                .database(Database.file())
                .keep(true)
                .compilesFully();
        if (withBundle) {
            project.jars().forEach(builder::provider);
        }
        try (KeycloakServer server = builder.start()) {
            Matcher started = STARTED.matcher(server.log().text());
            if (!started.find()) {
                throw new IllegalStateException("The server does not tell how long it took: "
                        + server.log().file());
            }
            System.out.println((withBundle ? "with the bundle: " : "stock: ") + started.group(1) + " s");
            return Double.parseDouble(started.group(1));
        }
    }

    /** Of the provider jar. */
    private double kilobytes() throws IOException {
        Path provider = project.jars().get(0);
        return Files.size(provider) / 1000.0;
    }
}
