package fr.prosante.keycloak.account.core;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the account step does with whom the proof names. */
public enum AccountStep {
    /** Nobody was proven: the flow lacks a card or Pro Santé Connect step before this one. */
    NO_PROOF,
    /** Proven too long ago: prove again. */
    STALE_PROOF,
    /** An administrator disabled the account. */
    DISABLED,
    /** Straight in. */
    ENTER,
    /** « Créer mon compte », also for an account that an administrator prepared. */
    ASK;

    /** The age counts for known accounts too: a page left open for a day must not refresh a strong proof. */
    public static AccountStep decide(
            Optional<Instant> provedAt, Instant now, Duration longest, Optional<KnownAccount> account) {
        if (provedAt.isEmpty()) {
            return NO_PROOF;
        }
        if (provedAt.get().plus(longest).isBefore(now)) {
            return STALE_PROOF;
        }
        if (account.isEmpty()) {
            return ASK;
        }
        if (!account.get().enabled()) {
            return DISABLED;
        }
        return account.get().complete() ? ENTER : ASK;
    }
}
