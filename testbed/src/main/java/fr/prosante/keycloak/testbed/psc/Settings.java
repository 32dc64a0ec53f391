package fr.prosante.keycloak.testbed.psc;

import java.time.Duration;
import java.util.Optional;

/**
 * How the simulator behaves now.
 *
 * @param acr level in the tokens; empty: none
 * @param latency added to every answer of the issuer
 * @param out no answer at all but 503
 */
public record Settings(Fault fault, Optional<String> acr, Duration latency, boolean out) {

    /** As Pro Santé Connect is seen to be: {@code eidas1}, at once. */
    public static final Settings USUAL = new Settings(Fault.NONE, Optional.of("eidas1"), Duration.ZERO, false);

    public Settings withFault(Fault newFault) {
        return new Settings(newFault, acr, latency, out);
    }

    public Settings withAcr(Optional<String> newAcr) {
        return new Settings(fault, newAcr, latency, out);
    }

    public Settings withLatency(Duration newLatency) {
        return new Settings(fault, acr, newLatency, out);
    }

    public Settings withOutage(boolean newOut) {
        return new Settings(fault, acr, latency, newOut);
    }
}
