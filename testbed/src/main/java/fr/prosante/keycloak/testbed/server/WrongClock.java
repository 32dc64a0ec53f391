package fr.prosante.keycloak.testbed.server;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The environment of a process whose clock goes wrong: Debian's libfaketime before the C library. */
public final class WrongClock {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/lib/x86_64-linux-gnu/faketime/libfaketime.so.1"),
            Path.of("/usr/lib/aarch64-linux-gnu/faketime/libfaketime.so.1"));

    private WrongClock() {}

    public static boolean installed() {
        return library().isPresent();
    }

    /** The hour of the day only: durations are measured by another clock, which stays right, as it does on a real machine. */
    static Map<String, String> by(Duration error) {
        if (error.isZero()) {
            return Map.of("LD_PRELOAD", "");
        }
        Path library = library().orElseThrow(() -> new IllegalStateException("apt-get install libfaketime"));
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                String.format(Locale.ROOT, "%+d", error.toSeconds()),
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Its mending of timed waits makes every thread of a JVM spin.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    private static Optional<Path> library() {
        return PLACES.stream().filter(Files::exists).findFirst();
    }
}
