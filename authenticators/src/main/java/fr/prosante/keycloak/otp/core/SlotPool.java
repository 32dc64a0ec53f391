package fr.prosante.keycloak.otp.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * At most {@code size} things within {@code window}, over all nodes, without a counter that two requests could read at
 * the same time: each thing claims one of the numbered entries, and the entry frees itself when the window has passed.
 */
record SlotPool(CodeStore store, String prefix, int size, Duration window) {
    private static final String HOLDER = "holder";

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

    /** Writes on a claimed slot which code has it. */
    void name(String key, String codeId) {
        store.write(key, window, Map.of(HOLDER, codeId));
    }

    /** Gives a slot back before its time, unless it is another code's by now. */
    static void release(CodeStore store, String key, String codeId) {
        store.read(key).filter(slot -> codeId.equals(slot.get(HOLDER))).ifPresent(slot -> store.remove(key));
    }
}
