package fr.prosante.keycloak.benchmarks.load;

import java.util.Collection;

/** The middle of the rounds: one that was disturbed does not count. */
public final class Median {

    private Median() {}

    public static double of(Collection<Double> values) {
        double[] sorted =
                values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        return (sorted[sorted.length / 2] + sorted[(sorted.length - 1) / 2]) / 2;
    }
}
