package fr.prosante.keycloak.otp.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;

/** A way to a store that fails at certain calls, counted from 1, before anything is done. */
final class FailingStore implements CodeStore {
    private final CodeStore behind;
    private final IntPredicate fails;
    private int calls;

    FailingStore(CodeStore behind, IntPredicate fails) {
        this.behind = behind;
        this.fails = fails;
    }

    /** How Infinispan refuses on a node that is being stopped. */
    static final class Stopped extends IllegalStateException {
        Stopped() {
            super("ISPN000324: Cache 'actionTokens' is in 'TERMINATED' state and this operation is not supported");
        }
    }

    int calls() {
        return calls;
    }

    @Override
    public Optional<Map<String, String>> read(String key) {
        count();
        return behind.read(key);
    }

    @Override
    public void write(String key, Duration lifespan, Map<String, String> values) {
        count();
        behind.write(key, lifespan, values);
    }

    @Override
    public void remove(String key) {
        count();
        behind.remove(key);
    }

    @Override
    public boolean claim(String key, Duration lifespan) {
        count();
        return behind.claim(key, lifespan);
    }

    private void count() {
        calls++;
        if (fails.test(calls)) {
            throw new Stopped();
        }
    }
}
