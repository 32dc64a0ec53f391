package fr.prosante.keycloak.proof;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Structure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.keycloak.util.JsonSerialization;

/** The proof as one flat JSON object, the form in which it waits in the authentication session. */
final class ProofNote {

    private static final Logger LOG = Logger.getLogger(ProofNote.class);
    private static final String EVIDENCE = "evidence.";

    private ProofNote() {}

    static String write(StrongProof proof) {
        Professional professional = proof.professional();
        Map<String, String> flat = new HashMap<>();
        flat.put("method", proof.method().name());
        flat.put("provedAt", Long.toString(proof.provedAt().getEpochSecond()));
        flat.put("id", professional.id().value());
        flat.put("savoirFaire", String.join(",", professional.savoirFaireCodes()));
        professional.familyName().ifPresent(name -> flat.put("familyName", name));
        professional.givenName().ifPresent(name -> flat.put("givenName", name));
        professional.professionCode().ifPresent(code -> flat.put("professionCode", code));
        professional.title().ifPresent(title -> flat.put("title", title));
        professional.structure().ifPresent(structure -> {
            flat.put("structure", "");
            structure.id().ifPresent(id -> flat.put("structureId", id));
            structure.name().ifPresent(name -> flat.put("structureName", name));
        });
        proof.evidence().forEach((key, value) -> flat.put(EVIDENCE + key, value));
        try {
            return JsonSerialization.writeValueAsString(flat);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<StrongProof> read(String note) {
        try {
            return Optional.ofNullable(JsonSerialization.readValue(note, Map.class))
                    .map(ProofNote::flat)
                    .flatMap(flat -> professional(flat).map(who -> proof(flat, who)));
        } catch (IOException | IllegalArgumentException e) {
            // Written by another version of this code during a rolling update: the user proves again.
            LOG.warnf(
                    "unreadable proof in an authentication session: %s",
                    e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private static Map<String, String> flat(Map<?, ?> json) {
        return json.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> String.valueOf(entry.getKey()), entry -> String.valueOf(entry.getValue())));
    }

    private static StrongProof proof(Map<String, String> flat, Professional professional) {
        Map<String, String> evidence = flat.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(EVIDENCE))
                .collect(Collectors.toMap(entry -> entry.getKey().substring(EVIDENCE.length()), Map.Entry::getValue));
        return new StrongProof(
                Method.valueOf(flat.getOrDefault("method", "")),
                professional,
                Instant.ofEpochSecond(Long.parseLong(flat.getOrDefault("provedAt", ""))),
                evidence);
    }

    private static Optional<Professional> professional(Map<String, String> flat) {
        String savoirFaire = flat.getOrDefault("savoirFaire", "");
        return NationalIds.parseOfficial(flat.getOrDefault("id", ""), KeyCheck.TOLERANT)
                .id()
                .map(id -> new Professional(
                        id,
                        text(flat, "familyName"),
                        text(flat, "givenName"),
                        text(flat, "professionCode"),
                        savoirFaire.isEmpty() ? List.of() : List.of(savoirFaire.split(",")),
                        text(flat, "structure")
                                .map(any -> new Structure(text(flat, "structureId"), text(flat, "structureName"))),
                        text(flat, "title")));
    }

    private static Optional<String> text(Map<String, String> flat, String key) {
        return Optional.ofNullable(flat.get(key));
    }
}
