package fr.prosante.keycloak.benchmarks;

import java.util.List;
import java.util.Map;

/** Takes the measure named by the argument: see bench.sh. */
public final class Main {

    private static final Map<String, Measure> MEASURES = Map.of(
            "card", new CardMeasure(),
            "psc", new PscMeasure(),
            "otp", new CodeMeasure(),
            "relay", new RelayMeasure(),
            "start", new StartMeasure(),
            "cluster", new ClusterMeasure());

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        Measure measure = MEASURES.get(arguments.length == 1 ? arguments[0] : "");
        if (measure == null) {
            throw new IllegalArgumentException("one of " + MEASURES.keySet() + " is expected");
        }
        List<Figure> figures = measure.take();
        figures.forEach(figure -> System.out.println(figure.line()));
        // Threads of the load generator and of the servers around Keycloak may linger.
        System.exit(0);
    }
}
