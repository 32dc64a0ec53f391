package fr.prosante.keycloak.otp.core;

import java.time.Duration;
import java.util.Optional;

/**
 * At most {@code size} things within {@code window}, over all nodes, without a counter that two requests could read at
 * the same time: each thing claims one of the numbered entries, and the entry frees itself when the window has passed.
 */
record SlotPool(CodeStore store, String prefix, int size, Duration window) {
    /** Claims a free slot and gives its key, or nothing when all are taken. */
    Optional<String> claim() {
        for (int i = 0; i < size; i++) {
            String key = prefix + i;
            if (store.claim(key, window)) {
                return Optional.of(key);
            }
        }
        return Optional.empty();
    }
}
