package fr.prosante.keycloak.card.core.ocsp;

import fr.prosante.keycloak.card.core.Revocation.Status;
import java.math.BigInteger;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of the certificates that were asked about last, each until its time. */
final class Memory {

    /** About 200 bytes each. */
    private static final int MOST = 20_000;

    private final Map<Key, Known> latest = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > MOST;
        }
    };

    record Key(X509Certificate issuer, BigInteger serial) {}

    private record Known(Status status, Instant until) {}

    synchronized Optional<Status> recall(Key key, Instant now) {
        return Optional.ofNullable(latest.get(key))
                .filter(known -> now.isBefore(known.until()))
                .map(Known::status);
    }

    synchronized void keep(Key key, Status status, Instant until) {
        latest.put(key, new Known(status, until));
    }

    /** Keeps it unless something is known already; of two callers at the same instant one is the first. */
    synchronized boolean isFirst(Key key, Status status, Instant now, Instant until) {
        boolean first = recall(key, now).isEmpty();
        if (first) {
            keep(key, status, until);
        }
        return first;
    }
}
