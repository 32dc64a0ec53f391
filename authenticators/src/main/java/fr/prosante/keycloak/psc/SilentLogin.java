package fr.prosante.keycloak.psc;

import jakarta.ws.rs.core.Response;
import org.keycloak.OAuth2Constants;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.protocol.LoginProtocol;
import org.keycloak.protocol.oidc.OIDCLoginProtocol;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * A login for an application that asked for no page ({@code prompt=none}): it gets the error, as OpenID Connect Core 1.0,
 * §3.1.2.6 says. What would have been a page with a reason and the other doors is {@code interaction_required}.
 */
final class SilentLogin {

    private final KeycloakSession session;
    private final RealmModel realm;
    private final EventBuilder event;

    SilentLogin(KeycloakSession session, RealmModel realm, EventBuilder event) {
        this.session = session;
        this.realm = realm;
        this.event = event;
    }

    static boolean asked(AuthenticationSessionModel authSession) {
        return OIDCLoginProtocol.PROMPT_VALUE_NONE.equals(authSession.getClientNote(OAuth2Constants.PROMPT));
    }

    Response answer(AuthenticationSessionModel authSession, PscRefusal refusal) {
        return session.getProvider(LoginProtocol.class, authSession.getProtocol())
                .setRealm(realm)
                .setHttpHeaders(session.getContext().getHttpRequest().getHttpHeaders())
                .setUriInfo(session.getContext().getUri())
                .setEventBuilder(event)
                .sendError(authSession, error(refusal), null);
    }

    private static LoginProtocol.Error error(PscRefusal refusal) {
        return switch (refusal) {
            case LOGIN_REQUIRED -> LoginProtocol.Error.PASSIVE_LOGIN_REQUIRED;
            case CANCELLED -> LoginProtocol.Error.CANCELLED_BY_USER;
            default -> LoginProtocol.Error.PASSIVE_INTERACTION_REQUIRED;
        };
    }
}
