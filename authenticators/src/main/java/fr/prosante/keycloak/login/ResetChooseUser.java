package fr.prosante.keycloak.login;

import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.outcome.UserlessStep;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.authentication.authenticators.resetcred.ResetCredentialChooseUser;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.Constants;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's first step of the forgotten password, with the identifiers of the login form. Whoever types a well-formed
 * identifier goes on to the same page, « a mail is on its way », whether there is an account or not: nobody looks before
 * the page is out ({@link ResetLetter}), so that no time tells. That is so where {@link ResetMail} follows; Keycloak's own
 * step must know the user at once.
 */
final class ResetChooseUser implements UserlessStep {

    private static final Logger LOG = Logger.getLogger(ResetChooseUser.class);

    private static final String SUPERSEDED = "proSanteResetSuperseded";

    private final ResetCredentialChooseUser keycloaks = new ResetCredentialChooseUser();

    /** The beginning, and once more when a mailed link is followed: Keycloak walks the flow from its start. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<UserModel> owner = Optional.ofNullable(login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID))
                .map(id -> context.getSession().users().getUserById(context.getRealm(), id));
        Optional<String> link = Optional.ofNullable(login.getAuthNote(Constants.KEY));
        if (owner.isPresent() && link.isPresent() && links(context).superseded(owner.get(), link.get())) {
            refuseLink(context, owner.get());
            return;
        }
        context.getAuthenticationSession().addRequiredAction(BackToLoginFactory.PROVIDER_ID);
        keycloaks.authenticate(context);
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        String typed = Optional.ofNullable(context.getHttpRequest()
                        .getDecodedFormParameters()
                        .getFirst(AuthenticationManager.FORM_USERNAME))
                .orElse("");
        AccountName name = AccountName.unseen(typed, context);
        if (name.problem().isPresent()) {
            askAgain(context, name.problem().get());
            return;
        }
        context.getAuthenticationSession()
                .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, name.value());
        if (!isFollowedByOurMail(context)) {
            chooseNow(context, name.value());
        }
        context.success();
    }

    private static boolean isFollowedByOurMail(AuthenticationFlowContext context) {
        return context.getRealm()
                .getAuthenticationExecutionsStream(context.getExecution().getParentFlow())
                .anyMatch(step -> ResetMailFactory.PROVIDER_ID.equals(step.getAuthenticator()) && step.isEnabled());
    }

    /** Keycloak's own mail goes to whom this step has found, and else to nobody. */
    private static void chooseNow(AuthenticationFlowContext context, String username) {
        LOG.warnf(
                "the flow of the forgotten password of realm %s has no enabled step %s: how long the answer takes tells who"
                        + " has an account",
                context.getRealm().getName(), ResetMailFactory.PROVIDER_ID);
        AccountName.holder(username, context.getSession(), context.getRealm())
                .filter(UserModel::isEnabled)
                .ifPresent(context::setUser);
    }

    /** What the link has left in the session goes with it. */
    private static void refuseLink(AuthenticationFlowContext context, UserModel owner) {
        context.getAuthenticationSession().removeAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        context.getAuthenticationSession().removeAuthNote(AuthenticationManager.INVALIDATE_ACTION_TOKEN);
        context.getEvent()
                .clone()
                .user(owner)
                .detail(Details.REASON, "link_superseded")
                .error(Errors.EXPIRED_CODE);
        context.failure(
                AuthenticationFlowError.EXPIRED_CODE,
                context.form().setError(SUPERSEDED).createErrorPage(Response.Status.BAD_REQUEST));
    }

    private static ResetLinks links(AuthenticationFlowContext context) {
        return new ResetLinks(context.getSession(), context.getRealm());
    }

    private static void askAgain(AuthenticationFlowContext context, IdProblem problem) {
        context.clearUser();
        context.getAuthenticationSession().removeAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME);
        context.getEvent()
                .detail(Details.REASON, problem.name().toLowerCase(Locale.ROOT))
                .error(Errors.USERNAME_MISSING);
        context.failureChallenge(
                AuthenticationFlowError.INVALID_USER,
                context.form()
                        .addError(new FormMessage(Validation.FIELD_USERNAME, problem.messageKey()))
                        .createPasswordReset());
    }
}
