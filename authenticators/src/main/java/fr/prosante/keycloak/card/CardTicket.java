package fr.prosante.keycloak.card;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.models.KeycloakSession;

/**
 * The right to show a card at the door, once, for the login it was given to.
 *
 * @param returnUrl where the door sends the browser back to, on the login host
 * @param issuedAt epoch seconds
 * @param tries how often the door asked for patience
 */
record CardTicket(Binding binding, String returnUrl, long issuedAt, int tries) {

    private static final String KIND = "ticket";
    /** Longer than a ticket is good for, so that the door can tell « too late » from « unknown » and lead back. */
    private static final long KEPT_SECONDS = 1800;
    /** What the door itself may ask of somebody who came in time. */
    private static final long PATIENCE_SECONDS = 30;

    static CardTicket of(Binding binding, String returnUrl) {
        return new CardTicket(binding, returnUrl, Time.currentTimeSeconds(), 0);
    }

    String put(KeycloakSession session) {
        Map<String, String> notes = new HashMap<>(binding.notes());
        notes.put("returnUrl", returnUrl);
        notes.put("issuedAt", Long.toString(issuedAt));
        notes.put("tries", Integer.toString(tries));
        return new Handles(session, KIND).put(KEPT_SECONDS, notes);
    }

    static Optional<CardTicket> take(KeycloakSession session, String handle) {
        return new Handles(session, KIND)
                .take(handle)
                .flatMap(notes -> Binding.read(notes)
                        .map(binding -> new CardTicket(
                                binding,
                                notes.getOrDefault("returnUrl", ""),
                                Long.parseLong(notes.getOrDefault("issuedAt", "0")),
                                Integer.parseInt(notes.getOrDefault("tries", "0")))));
    }

    boolean isLate(int seconds) {
        return Time.currentTimeSeconds() > issuedAt + seconds + (tries == 0 ? 0 : PATIENCE_SECONDS);
    }

    CardTicket again() {
        return new CardTicket(binding, returnUrl, issuedAt, tries + 1);
    }
}
