package fr.prosante.keycloak.login;

import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordForm;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.validation.Validation;

/**
 * Keycloak's login form, with national identifiers in every form people type them. An unknown identifier, a wrong password
 * and a locked account get one answer, at one place of the page and after one password hash: identifiers of
 * professionals are public, so the page must not say which of them have an account.
 */
final class LoginForm extends UsernamePasswordForm {

    private static final String SAME_ANSWER = "proSanteLoginInvalid";
    private static final String PASSWORD_CHANGED = "proSanteLoginPasswordChanged";
    private static final String PASSWORD_EMPTY = "proSanteLoginPasswordEmpty";

    LoginForm(KeycloakSession session) {
        super(session);
    }

    /**
     * A page after the card is reloaded, for instance in another language: Keycloak walks the flow from its start, and
     * would show the login page again. Whoever has proven who they are is past it.
     */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        if (StrongProof.readFrom(context.getAuthenticationSession()).isPresent()) {
            context.attempted();
            return;
        }
        if (context.getAuthenticationSession().getClientNote(BackToLogin.PASSWORD_CHANGED) != null) {
            context.getAuthenticationSession().removeClientNote(BackToLogin.PASSWORD_CHANGED);
            context.form().setSuccess(PASSWORD_CHANGED);
        }
        super.authenticate(context);
    }

    @Override
    protected boolean validateForm(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        if (isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            return hasPassword(context, form) && super.validateForm(context, form);
        }
        String typed = Optional.ofNullable(form.getFirst(AuthenticationManager.FORM_USERNAME))
                .orElse("");
        AccountName name = AccountName.of(typed, context);
        if (name.problem().isPresent()) {
            refuseUnread(
                    context,
                    Errors.USER_NOT_FOUND,
                    name.problem().get().messageKey(),
                    Validation.FIELD_USERNAME,
                    name.problem().get().name());
            return false;
        }
        if (!hasPassword(context, form)) {
            return false;
        }
        MultivaluedMap<String, String> understood = new MultivaluedHashMap<>();
        understood.putAll(form);
        understood.putSingle(AuthenticationManager.FORM_USERNAME, name.value());
        return super.validateForm(context, understood);
    }

    /** Checked before any look-up: Keycloak hashes for an unknown name but not for an empty password. */
    private boolean hasPassword(AuthenticationFlowContext context, MultivaluedMap<String, String> form) {
        String password = form.getFirst(CredentialRepresentation.PASSWORD);
        if (password == null || password.isEmpty()) {
            refuseUnread(
                    context,
                    Errors.PASSWORD_MISSING,
                    PASSWORD_EMPTY,
                    Validation.FIELD_PASSWORD,
                    Errors.PASSWORD_MISSING);
            return false;
        }
        return true;
    }

    /** A mistake seen without looking at any account: an event, but no attempt of anybody. */
    private void refuseUnread(
            AuthenticationFlowContext context, String eventError, String message, String field, String reason) {
        if (!isUserAlreadySetBeforeUsernamePasswordAuth(context)) {
            context.clearUser();
            context.getAuthenticationSession().removeAuthNote(ATTEMPTED_USERNAME);
        }
        AuthenticatorUtils.setupReauthenticationInUsernamePasswordFormError(context);
        context.getEvent()
                .detail(Details.REASON, reason.toLowerCase(Locale.ROOT))
                .error(eventError);
        context.forceChallenge(challenge(context, message, field));
    }

    @Override
    public boolean validatePassword(
            AuthenticationFlowContext context, UserModel user, MultivaluedMap<String, String> form, boolean clearUser) {
        Nobody.isLookedUp(context.getSession(), context.getRealm());
        if (isDisabledByBruteForce(context, user)) {
            return false;
        }
        if (!user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE)) {
            AuthenticatorUtils.dummyHash(context);
        }
        return super.validatePassword(context, user, form, clearUser);
    }

    @Override
    protected boolean isDisabledByBruteForce(AuthenticationFlowContext context, UserModel user) {
        boolean disabled = super.isDisabledByBruteForce(context, user);
        if (disabled) {
            AuthenticatorUtils.dummyHash(context);
        }
        return disabled;
    }

    @Override
    protected String getDefaultChallengeMessage(AuthenticationFlowContext context) {
        return SAME_ANSWER;
    }

    @Override
    protected String disabledByBruteForceError(String error) {
        return SAME_ANSWER;
    }

    @Override
    protected Response challenge(AuthenticationFlowContext context, String error, String field) {
        return Objects.equals(error, SAME_ANSWER)
                ? super.challenge(context, error, Validation.FIELD_USERNAME)
                : super.challenge(context, error, field);
    }
}
