package fr.prosante.keycloak.psc;

import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;

/**
 * Ends the local session after the one at Pro Santé Connect; found by {@code state}, else, as that has been seen to be lost
 * or altered on the way, by the browser's cookie.
 */
final class PscLogoutReturn {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    PscLogoutReturn(KeycloakSession session, RealmModel realm, EventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.event = event;
    }

    Response finish(Optional<String> state) {
        Optional<UserSessionModel> leaving = state.filter(Predicate.not(String::isBlank))
                .flatMap(this::leaving)
                .or(() -> fromCookie().flatMap(this::leaving));
        if (leaving.isEmpty()) {
            event.event(EventType.LOGOUT).error(Errors.USER_SESSION_NOT_FOUND);
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, Messages.SESSION_NOT_ACTIVE);
        }
        return AuthenticationManager.finishBrowserLogout(
                session,
                realm,
                leaving.get(),
                session.getContext().getUri(),
                session.getContext().getConnection(),
                session.getContext().getHttpRequest().getHttpHeaders());
    }

    private Optional<UserSessionModel> leaving(String id) {
        return Optional.ofNullable(session.sessions().getUserSession(realm, id))
                .filter(found -> found.getState() == UserSessionModel.State.LOGGING_OUT);
    }

    /** The identity cookie is still there: Keycloak expires it at the end of the logout. */
    private Optional<String> fromCookie() {
        AuthenticationManager.AuthResult known =
                AuthenticationManager.authenticateIdentityCookie(session, realm, false);
        return Optional.ofNullable(known).map(result -> result.session().getId());
    }
}
