package fr.prosante.keycloak.otp.core;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The code path is open only to who has come by card or Pro Santé Connect before; if wanted not too long ago, and not
 * before the password was chosen.
 *
 * @param maxAge oldest accepted strong authentication; absent: any
 * @param afterPassword whether it must be as young as the password: who reads the mailbox chooses a new one by a mailed link
 */
public record StrongAuthGate(Optional<Duration> maxAge, boolean afterPassword) {
    /** The decision. */
    public enum Decision {
        /** Come in. */
        OPEN,
        /** Never came by card or Pro Santé Connect. */
        NEVER,
        /** The last time is too long ago. */
        TOO_OLD,
        /** The password was changed since. */
        OLDER_THAN_PASSWORD
    }

    /**
     * Decides.
     *
     * @param strongAuthAt value of the attribute: seconds since 1970, absent or unreadable when there was none
     * @param passwordSetAt when the password was chosen, to the second; absent: not known to Keycloak
     */
    public Decision decide(Optional<String> strongAuthAt, Optional<Instant> passwordSetAt, Clock clock) {
        Optional<Instant> found = strongAuthAt.flatMap(StrongAuthGate::instant);
        if (found.isEmpty()) {
            return Decision.NEVER;
        }
        Instant at = found.get();
        if (maxAge.isPresent() && at.isBefore(clock.instant().minus(maxAge.get()))) {
            return Decision.TOO_OLD;
        }
        boolean changed = passwordSetAt.map(at::isBefore).orElse(false);
        return afterPassword && changed ? Decision.OLDER_THAN_PASSWORD : Decision.OPEN;
    }

    private static Optional<Instant> instant(String seconds) {
        try {
            long value = Long.parseLong(seconds.trim());
            return value > 0 ? Optional.of(Instant.ofEpochSecond(value)) : Optional.empty();
        } catch (NumberFormatException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
