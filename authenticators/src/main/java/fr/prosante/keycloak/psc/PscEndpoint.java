package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.outcome.Refusal;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.OAuth2Constants;
import org.keycloak.OAuthErrorException;
import org.keycloak.broker.provider.UserAuthenticationIdentityProvider.AuthenticationCallback;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorPage;
import org.keycloak.services.Urls;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Where Pro Santé Connect sends the browser back: {@code …/broker/<alias>/endpoint} after a login,
 * {@code …/endpoint/logout_response} after a logout. A login that fails ends on the login page, with the reason and the
 * other doors.
 */
public final class PscEndpoint {

    private static final Logger LOG = Logger.getLogger(PscEndpoint.class);

    private final KeycloakSession session;
    private final RealmModel realm;
    private final AuthenticationCallback callback;
    private final EventBuilder event;
    private final PscIdentityProvider provider;

    PscEndpoint(
            KeycloakSession session,
            RealmModel realm,
            AuthenticationCallback callback,
            EventBuilder event,
            PscIdentityProvider provider) {
        this.session = session;
        this.realm = realm;
        this.callback = callback;
        this.event = event;
        this.provider = provider;
    }

    /**
     * The answer to an authorization request (RFC 6749, §4.1.2).
     *
     * @param iss who answers (RFC 9207)
     */
    @GET
    public Response authResponse(
            @QueryParam(OAuth2Constants.STATE) String state,
            @QueryParam(OAuth2Constants.CODE) String code,
            @QueryParam(OAuth2Constants.ERROR) String error,
            @QueryParam(OAuth2Constants.ISSUER) String iss) {
        if (state == null) {
            return withoutState();
        }
        AuthenticationSessionModel authSession;
        try {
            authSession = callback.getAndVerifyAuthenticationSession(state);
        } catch (WebApplicationException noLoginWaits) {
            // Used before, too late, or the answer to somebody else's browser; Keycloak's page offers to begin again.
            report(PscRefusal.REPLAYED, Optional.empty());
            return noLoginWaits.getResponse();
        }
        session.getContext().setAuthenticationSession(authSession);
        try {
            LoginNotes notes = LoginNotes.take(authSession, config().getAlias());
            requireIssuer(iss);
            if (error != null) {
                throw new PscRefused(failed(error));
            }
            if (code == null) {
                throw new PscRefused(PscRefusal.CODE_MISSING);
            }
            return callback.authenticated(login(authSession, code, notes).complete(event));
        } catch (PscRefused refused) {
            return refuse(authSession, refused.refusal());
        }
    }

    /** Nothing is taken from such an answer; but whoever logs in with this browser gets the doors again. */
    private Response withoutState() {
        Optional<AuthenticationSessionModel> waiting = Optional.ofNullable(
                        new AuthenticationSessionManager(session).getCurrentRootAuthenticationSession(realm))
                .flatMap(root -> root.getAuthenticationSessions().values().stream()
                        .filter(tab -> LoginNotes.wait(tab, config().getAlias()))
                        .findFirst());
        if (waiting.isEmpty()) {
            report(PscRefusal.STATE_MISSING, Optional.empty());
            return ErrorPage.error(session, null, Response.Status.BAD_REQUEST, PscRefusal.STATE_MISSING.messageKey());
        }
        session.getContext().setAuthenticationSession(waiting.get());
        return refuse(waiting.get(), PscRefusal.STATE_MISSING);
    }

    private PscLogin login(AuthenticationSessionModel authSession, String code, LoginNotes notes) {
        String redirectUri = Urls.identityProviderAuthnResponse(
                        session.getContext().getUri().getBaseUri(), config().getAlias(), realm.getName())
                .toString();
        return new PscLogin(provider, authSession, () -> provider.exchange().exchange(code, redirectUri, notes));
    }

    /** Someone else's answer to our request is how a mix-up attack starts (RFC 9207). */
    private void requireIssuer(String iss) {
        boolean missing = iss == null && PscOptions.ISS_REQUIRED.value(config().getConfig());
        if (missing || (iss != null && !iss.equals(config().getIssuer()))) {
            throw new PscRefused(PscRefusal.MIXED_UP);
        }
    }

    private static PscRefusal failed(String error) {
        return switch (error) {
            case OAuthErrorException.ACCESS_DENIED -> PscRefusal.CANCELLED;
            case "consent_required" -> PscRefusal.CONSENT_REQUIRED;
            case OAuthErrorException.LOGIN_REQUIRED -> PscRefusal.LOGIN_REQUIRED;
            case OAuthErrorException.INTERACTION_REQUIRED -> PscRefusal.INTERACTION_REQUIRED;
            case OAuthErrorException.TEMPORARILY_UNAVAILABLE, "server_error" -> PscRefusal.PROVIDER_UNAVAILABLE;
            case OAuthErrorException.INVALID_CLIENT, OAuthErrorException.UNAUTHORIZED_CLIENT ->
                PscRefusal.CLIENT_REFUSED;
            default -> PscRefusal.PROVIDER_ERROR;
        };
    }

    private Response refuse(AuthenticationSessionModel authSession, PscRefusal refusal) {
        report(refusal, Optional.of(authSession));
        LoginNotes.clear(authSession);
        return SilentLogin.asked(authSession)
                ? new SilentLogin(session, realm, event).answer(authSession, refusal)
                : callback.error(config(), refusal.messageKey());
    }

    private void report(Refusal refusal, Optional<AuthenticationSessionModel> authSession) {
        LOG.debugf("login by %s refused: %s", config().getAlias(), refusal.reason());
        EventBuilder failure = event.clone().event(EventType.IDENTITY_PROVIDER_LOGIN);
        authSession.ifPresent(waiting -> failure.client(waiting.getClient())
                .detail(Details.CODE_ID, waiting.getParentSession().getId()));
        failure.detail(Details.IDENTITY_PROVIDER, config().getAlias())
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .error(refusal.eventError());
    }

    /** The return from the logout at Pro Santé Connect, which has been seen to lose {@code state}. */
    @GET
    @Path("logout_response")
    public Response logoutResponse(@QueryParam(OAuth2Constants.STATE) String state) {
        return new PscLogoutReturn(session, realm, event).finish(Optional.ofNullable(state));
    }

    private PscConfig config() {
        return provider.pscConfig();
    }
}
