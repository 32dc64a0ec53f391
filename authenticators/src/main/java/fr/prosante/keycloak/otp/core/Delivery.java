package fr.prosante.keycloak.otp.core;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How far the mail of a code has come.
 *
 * @param state the state
 * @param at time of that state
 */
public record Delivery(State state, Instant at) {
    private static final String STATE = "state";
    private static final String AT = "at";

    /** The states. */
    public enum State {
        /** Being sent, or nobody knows: the node that sent it may be gone. */
        GOING,
        /** Taken by the mail server. */
        HANDED_OVER,
        /** Refused by the mail server, or the server was not reached. */
        FAILED,
        /** Never tried: too many mails were waiting already. */
        BUSY
    }

    /** Whether a new mail may be asked for at once. */
    public boolean failed() {
        return state == State.FAILED || state == State.BUSY;
    }

    Map<String, String> toValues() {
        return Map.of(STATE, state.name(), AT, String.valueOf(at.toEpochMilli()));
    }

    static Optional<Delivery> fromValues(Map<String, String> values) {
        try {
            return Optional.of(new Delivery(
                    State.valueOf(values.getOrDefault(STATE, "")),
                    Instant.ofEpochMilli(Long.parseLong(values.getOrDefault(AT, "")))));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
