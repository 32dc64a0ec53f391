package fr.prosante.keycloak.proof;

import fr.prosante.keycloak.identity.core.Professional;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.keycloak.events.EventBuilder;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A strong proof of who the person in front of this authentication session is. {@code evidence} holds what the means
 * adds, for events and attributes (see {@link Evidence}); its keys are plain words.
 */
public record StrongProof(Method method, Professional professional, Instant provedAt, Map<String, String> evidence) {

    private static final String NOTE = "pro-sante.proof";

    public StrongProof {
        evidence = Map.copyOf(evidence);
    }

    /** Keeps the proof with precision of a second; a later proof of the same session replaces it. */
    public void writeTo(AuthenticationSessionModel session) {
        session.setAuthNote(NOTE, note());
        StrongSession.remember(this, session);
    }

    /**
     * Says in an event by what the person was proved. Keycloak begins a new event at each page, so every step that ends a
     * login says it again: else the event of a login that stopped at a page would not tell which card it was.
     */
    public void tell(EventBuilder event) {
        event.detail(Evidence.METHOD, method.value());
        evidence.forEach(event::detail);
    }

    /** The proof as text, to be kept anywhere on the server. */
    public String note() {
        return ProofNote.write(this);
    }

    public static Optional<StrongProof> ofNote(String note) {
        return ProofNote.read(note);
    }

    public static Optional<StrongProof> readFrom(AuthenticationSessionModel session) {
        return Optional.ofNullable(session.getAuthNote(NOTE)).flatMap(ProofNote::read);
    }

    public static void clear(AuthenticationSessionModel session) {
        session.removeAuthNote(NOTE);
    }
}
