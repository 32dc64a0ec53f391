package fr.prosante.keycloak.login.core;

import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.identity.core.ParsedId;
import java.util.Optional;

/**
 * What someone typed as identifier, understood: a national identifier, a plain user name where the administrator allows
 * them, or a problem that can be told without revealing who has an account. Exactly one of the three is present.
 */
public record LoginName(Optional<NationalId> id, Optional<String> plain, Optional<IdProblem> problem) {

    /** A wrong key is told even where plain names are allowed: twelve digits are hardly anybody's user name. */
    public static LoginName read(String typed, KeyCheck keyCheck, PlainNames plainNames) {
        ParsedId parsed = NationalIds.parseTyped(typed, keyCheck);
        boolean plain = plainNames == PlainNames.ALLOWED
                && parsed.problem().filter(IdProblem.SHAPE::equals).isPresent();
        return plain
                ? new LoginName(Optional.empty(), Optional.of(typed.strip()), Optional.empty())
                : new LoginName(parsed.id(), Optional.empty(), parsed.problem());
    }
}
