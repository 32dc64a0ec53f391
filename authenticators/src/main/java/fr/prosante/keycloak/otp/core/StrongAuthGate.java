package fr.prosante.keycloak.otp.core;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The code path is open only to who has come by card or Pro Santé Connect before, and if wanted not too long ago.
 *
 * @param maxAge oldest accepted strong authentication; absent: any
 */
public record StrongAuthGate(Optional<Duration> maxAge) {
    /** The decision. */
    public enum Decision {
        /** Come in. */
        OPEN,
        /** Never came by card or Pro Santé Connect. */
        NEVER,
        /** The last time is too long ago. */
        TOO_OLD
    }

    /** Decides on the attribute's value: seconds since 1970, absent or unreadable when there was none. */
    public Decision decide(Optional<String> strongAuthAt, Clock clock) {
        Optional<Instant> at = strongAuthAt.flatMap(StrongAuthGate::instant);
        if (at.isEmpty()) {
            return Decision.NEVER;
        }
        boolean old = maxAge.isPresent() && at.get().plus(maxAge.get()).isBefore(clock.instant());
        return old ? Decision.TOO_OLD : Decision.OPEN;
    }

    private static Optional<Instant> instant(String seconds) {
        try {
            long value = Long.parseLong(seconds.trim());
            return value > 0 ? Optional.of(Instant.ofEpochSecond(value)) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
