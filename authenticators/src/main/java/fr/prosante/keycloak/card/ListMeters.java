package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.crl.ListState;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Metrics;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/** What operators see of the revocation lists of this node, in Keycloak's registry when {@code metrics-enabled} is set. */
final class ListMeters {

    private static final String LISTS = "prosante.card.list";
    private static final String SECONDS = "seconds";

    private final Map<URI, Latest> shown = new ConcurrentHashMap<>();

    void show(ListState state) {
        shown.computeIfAbsent(state.uri(), any -> registered(state)).state = state;
    }

    void hide(URI list) {
        Optional.ofNullable(shown.remove(list)).ifPresent(gone -> gone.gauges.forEach(Metrics.globalRegistry::remove));
    }

    private static Latest registered(ListState first) {
        Latest latest = new Latest(first);
        gauge(latest, "entries", "", "Revoked certificates in the list", ListState::entries);
        gauge(latest, "age", SECONDS, "Time since the list was issued", state -> since(state.thisUpdate()));
        gauge(latest, "remaining", SECONDS, "Time until the list is out of date", state -> -since(state.nextUpdate()));
        gauge(
                latest,
                "failing",
                "",
                "1 if the last attempt to load the list failed",
                state -> state.problem().isPresent() ? 1 : 0);
        return latest;
    }

    private static void gauge(
            Latest latest, String name, String unit, String description, ToDoubleFunction<ListState> value) {
        latest.gauges.add(Gauge.builder(LISTS + "." + name, latest, shown -> value.applyAsDouble(shown.state))
                .description(description)
                .baseUnit(unit.isEmpty() ? null : unit)
                .tag("list", latest.state.uri().toString())
                .strongReference(true)
                .register(Metrics.globalRegistry));
    }

    /** Not a number while there is no list: it has no age then. */
    private static double since(Optional<Instant> time) {
        return time.map(then -> (double) Duration.between(then, Instant.now()).toSeconds())
                .orElse(Double.NaN);
    }

    /** What the meters of one list read. */
    private static final class Latest {

        private final List<Gauge> gauges = new ArrayList<>();
        private volatile ListState state;

        Latest(ListState first) {
            state = first;
        }
    }
}
