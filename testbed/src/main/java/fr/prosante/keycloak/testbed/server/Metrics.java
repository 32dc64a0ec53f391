package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** The metrics of a server, as Prometheus reads them. */
public record Metrics(URI address) {

    /**
     * The sum of all samples.
     *
     * @param name of the metric, for example {@code prosante_mail_seconds_count}
     * @param label what its labels must contain, for example {@code outcome="mail_timeout"}
     */
    public double sum(String name, String label) {
        return text().lines()
                .filter(line -> line.startsWith(name + "{") && line.contains(label))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    private String text() {
        try (InputStream in = address.toURL().openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
