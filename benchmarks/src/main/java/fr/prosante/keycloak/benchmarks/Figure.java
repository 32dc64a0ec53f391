package fr.prosante.keycloak.benchmarks;

import java.util.Locale;
import java.util.OptionalDouble;

/** One line of the result. */
record Figure(String name, double ours, OptionalDouble peer, String unit) {

    static Figure of(String name, double ours, double peer, String unit) {
        return new Figure(name, ours, OptionalDouble.of(peer), unit);
    }

    static Figure alone(String name, double ours, String unit) {
        return new Figure(name, ours, OptionalDouble.empty(), unit);
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "RESULT %s ours=%s peer=%s ratio=%s unit=%s",
                name,
                text(ours),
                peer.isPresent() ? text(peer.getAsDouble()) : "-",
                peer.isPresent() ? text(ours / peer.getAsDouble()) : "-",
                unit);
    }

    private static String text(double number) {
        return String.format(Locale.ROOT, "%.4g", number);
    }
}
