package fr.prosante.keycloak.identity.core;

import java.util.Optional;

/** An identifier or the reason why there is none; exactly one of the two is present. */
public record ParsedId(Optional<NationalId> id, Optional<IdProblem> problem) {

    public ParsedId {
        if (id.isPresent() == problem.isPresent()) {
            throw new IllegalArgumentException("either an identifier or a problem");
        }
    }

    static ParsedId of(NationalId id) {
        return new ParsedId(Optional.of(id), Optional.empty());
    }

    static ParsedId of(IdProblem problem) {
        return new ParsedId(Optional.empty(), Optional.of(problem));
    }
}
