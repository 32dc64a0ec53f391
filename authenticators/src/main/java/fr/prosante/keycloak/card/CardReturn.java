package fr.prosante.keycloak.card;

import fr.prosante.keycloak.proof.StrongProof;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.keycloak.models.KeycloakSession;

/**
 * What the door found out, on its way back to the login that sent the browser there.
 *
 * @param refusal why not; empty if there is a proof
 * @param evidence details for the event
 */
record CardReturn(
        Binding binding, Optional<StrongProof> proof, Optional<CardRefusal> refusal, Map<String, String> evidence) {

    private static final String KIND = "return";
    private static final String EVIDENCE = "evidence.";

    /** @param seconds how long it can be redeemed */
    String put(KeycloakSession session, int seconds) {
        Map<String, String> notes = new HashMap<>(binding.notes());
        proof.ifPresent(given -> notes.put("proof", given.note()));
        refusal.ifPresent(given -> notes.put("refusal", given.name()));
        evidence.forEach((key, value) -> notes.put(EVIDENCE + key, value));
        return new Handles(session, KIND).put(seconds, notes);
    }

    /** Takes what waits under a handle, if it belongs to the asking login; otherwise it is lost for everybody. */
    static Optional<CardReturn> take(KeycloakSession session, String handle, Binding asking) {
        return new Handles(session, KIND)
                .take(handle)
                .flatMap(notes -> Binding.read(notes)
                        .filter(asking::equals)
                        .map(binding -> new CardReturn(
                                binding,
                                Optional.ofNullable(notes.get("proof")).flatMap(StrongProof::ofNote),
                                Optional.ofNullable(notes.get("refusal")).map(CardRefusal::valueOf),
                                evidence(notes))));
    }

    private static Map<String, String> evidence(Map<String, String> notes) {
        return notes.entrySet().stream()
                .filter(note -> note.getKey().startsWith(EVIDENCE))
                .collect(Collectors.toMap(note -> note.getKey().substring(EVIDENCE.length()), Map.Entry::getValue));
    }
}
