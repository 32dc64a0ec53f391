package fr.prosante.keycloak.login;

import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationProcessor;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.common.util.Time;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.SingleUseObjectKeyModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.resources.LoginActionsService;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * The last step of « Mot de passe oublié ? »: uses up the link and leads back to the login page, never inside. One mailbox
 * is one factor.
 */
final class BackToLogin implements RequiredActionProvider {

    /** Client note of the login session, so that it outlives the restart: the login page says what was done. */
    static final String PASSWORD_CHANGED = "pro-sante.password-changed";

    private static final int CLOCK_SKEW_SECONDS = 60;

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional.ofNullable(login.getAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN))
                .ifPresent(link -> useUp(context, link));
        login.setClientNote(PASSWORD_CHANGED, "true");
        context.challenge(Response.seeOther(loginPage(context, login)).build());
    }

    @Override
    public void processAction(RequiredActionContext context) {
        requiredActionChallenge(context);
    }

    /** As Keycloak does where a login ends, which this one does not. */
    private static void useUp(RequiredActionContext context, String link) {
        SingleUseObjectKeyModel key = DefaultActionTokenKey.from(link);
        long remaining = key == null ? 0 : Math.max(0, key.getExp() - Time.currentTimeSeconds());
        context.getSession().revokedTokens().put(link, remaining + CLOCK_SKEW_SECONDS);
    }

    private static URI loginPage(RequiredActionContext context, AuthenticationSessionModel login) {
        return LoginActionsService.loginActionsBaseUrl(context.getUriInfo())
                .path(LoginActionsService.class, "restartSession")
                .queryParam(Constants.CLIENT_ID, login.getClient().getClientId())
                .queryParam(Constants.TAB_ID, login.getTabId())
                .queryParam(Constants.CLIENT_DATA, AuthenticationProcessor.getClientData(context.getSession(), login))
                .build(context.getRealm().getName());
    }

    @Override
    public void close() {}
}
