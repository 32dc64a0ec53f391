package fr.prosante.keycloak.otp.core;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** What the code path asks of a cluster-wide store whose entries expire by themselves. */
public interface CodeStore {
    /** The entry, unless absent or expired. */
    Optional<Map<String, String>> read(String key);

    /** Writes or replaces the entry. */
    void write(String key, Duration lifespan, Map<String, String> values);

    /** Removes the entry if there is one. */
    void remove(String key);

    /** Atomically creates an empty entry; false when there was one already, on whatever node. */
    boolean claim(String key, Duration lifespan);
}
