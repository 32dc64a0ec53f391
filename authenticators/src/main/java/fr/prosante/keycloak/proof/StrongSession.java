package fr.prosante.keycloak.proof;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import java.util.Optional;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Who was strongly proved in the running user session: at its beginning, or later when the person joined it again by card
 * or Pro Santé Connect. The caller compares the identifier with the account: a card that was shown before somebody else
 * logged in by password in the same browser proves nothing about that other person.
 */
public final class StrongSession {
    private static final String NOTE = "pro-sante.strong-id";

    private StrongSession() {}

    static void remember(StrongProof proof, AuthenticationSessionModel login) {
        login.setUserSessionNote(NOTE, proof.professional().id().value());
    }

    /** The identifier proved in this login, or else in the user session that it belongs to. */
    public static Optional<NationalId> provedIn(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(login.getUserSessionNotes().get(NOTE))
                .or(() -> running(session, login).map(running -> running.getNote(NOTE)))
                .flatMap(id -> NationalIds.parseOfficial(id, KeyCheck.TOLERANT).id());
    }

    /** A user session has the id of the browser's root login session. */
    private static Optional<UserSessionModel> running(KeycloakSession session, AuthenticationSessionModel login) {
        return Optional.ofNullable(session.sessions()
                .getUserSession(login.getRealm(), login.getParentSession().getId()));
    }
}
