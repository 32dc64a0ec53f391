package fr.prosante.keycloak.otp.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A store with the atomicity of the real one: each call is atomic, two calls are not. */
final class MapStore implements CodeStore {
    private record Entry(Map<String, String> values, Instant end) {}

    private final Map<String, Entry> entries = new ConcurrentHashMap<>();
    private final Clock clock;

    MapStore(Clock clock) {
        this.clock = clock;
    }

    /** Everything kept, as text. */
    String dump() {
        return entries.toString();
    }

    @Override
    public Optional<Map<String, String>> read(String key) {
        return Optional.ofNullable(entries.get(key)).filter(this::alive).map(Entry::values);
    }

    @Override
    public void write(String key, Duration lifespan, Map<String, String> values) {
        entries.put(key, entry(lifespan, values));
    }

    @Override
    public void remove(String key) {
        entries.remove(key);
    }

    @Override
    public boolean claim(String key, Duration lifespan) {
        AtomicBoolean claimed = new AtomicBoolean();
        entries.compute(key, (name, old) -> {
            if (old != null && alive(old)) {
                return old;
            }
            claimed.set(true);
            return entry(lifespan, Map.of());
        });
        return claimed.get();
    }

    private Entry entry(Duration lifespan, Map<String, String> values) {
        return new Entry(values, clock.instant().plus(lifespan));
    }

    private boolean alive(Entry entry) {
        return clock.instant().isBefore(entry.end());
    }
}
