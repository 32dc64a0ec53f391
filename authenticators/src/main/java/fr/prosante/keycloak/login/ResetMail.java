package fr.prosante.keycloak.login;

import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.outcome.UserlessStep;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's step that mails the link to a new password, without what tells who has an account: all that has to
 * do with an account is done when the page is out.
 */
final class ResetMail implements UserlessStep {
    private final MailRoom room;

    ResetMail(MailRoom room) {
        this.room = room;
    }

    /** The asking, and once more when the mailed link is followed: Keycloak walks the flow from its start. */
    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<UserModel> user = Optional.ofNullable(context.getUser());
        AuthenticationSessionModel login = context.getAuthenticationSession();
        String owner = login.getAuthNote(DefaultActionTokenKey.ACTION_TOKEN_USER_ID);
        if (user.filter(one -> Objects.equals(one.getId(), owner)).isPresent()) {
            login.setAuthNote(AuthenticationManager.END_AFTER_REQUIRED_ACTIONS, "true");
            context.success();
            return;
        }
        String username = user.map(UserModel::getUsername)
                .or(() -> Optional.ofNullable(login.getAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME)))
                .orElse("");
        room.writeAfterCommit(
                context.getSession(), ResetLetter.of(context, username), ResetEvents.of(context, username)::tell);
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.failure(AuthenticationFlowError.INVALID_USER);
    }
}
