package fr.prosante.keycloak.benchmarks.load;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the logins of one crowd took. Written by many threads. */
public final class Timings {

    /** A run in which more than this fails measures something else. */
    private static final double TOLERATED = 0.005;

    private final List<Long> nanos = new ArrayList<>();
    private int failures;
    private long begun;
    private long ended;

    synchronized void begin() {
        if (begun == 0) {
            begun = System.nanoTime();
        }
    }

    synchronized void done(long took) {
        nanos.add(took);
        ended = System.nanoTime();
    }

    synchronized void failed() {
        failures++;
    }

    public synchronized int count() {
        return nanos.size();
    }

    /** Milliseconds that this share of the logins did not exceed. */
    public synchronized double percentile(int percent) {
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((sorted.size() - 1) * percent / 100) / 1e6;
    }

    /** Logins per second. */
    public synchronized double rate() {
        return nanos.size() * 1e9 / (ended - begun);
    }

    /** @throws IllegalStateException if logins failed, or none was made */
    synchronized void check(String name) {
        if (nanos.isEmpty() || failures > TOLERATED * nanos.size()) {
            throw new IllegalStateException(
                    name + ": " + failures + " logins failed, " + nanos.size() + " were made; see the summary above");
        }
    }
}
