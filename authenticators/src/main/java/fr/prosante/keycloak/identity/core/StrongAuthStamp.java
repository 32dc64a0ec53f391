package fr.prosante.keycloak.identity.core;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When and how an account was last proved to be its owner's. Its age is judged in days, so it is renewed once an hour and
 * not at every login: to write to an account costs a login a fifth of its work, and drops the account from the caches of
 * all nodes.
 *
 * @param method as stored
 */
public record StrongAuthStamp(Instant at, String method) {

    private static final Duration KEPT = Duration.ofHours(1);

    /** Reads what is stored; empty if there is none, or none that can be read. */
    public static Optional<StrongAuthStamp> read(Optional<String> epochSeconds, Optional<String> method) {
        return epochSeconds
                .flatMap(StrongAuthStamp::instant)
                .flatMap(at -> method.map(how -> new StrongAuthStamp(at, how)));
    }

    /** Whether this one will do instead of a newer one. */
    public boolean serves(StrongAuthStamp newer) {
        return method.equals(newer.method) && !newer.at.isBefore(at) && newer.at.isBefore(at.plus(KEPT));
    }

    public String epochSeconds() {
        return Long.toString(at.getEpochSecond());
    }

    private static Optional<Instant> instant(String epochSeconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(Long.parseLong(epochSeconds)));
        } catch (NumberFormatException | DateTimeException e) {
            return Optional.empty();
        }
    }
}
