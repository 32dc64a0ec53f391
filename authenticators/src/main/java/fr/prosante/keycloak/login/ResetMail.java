package fr.prosante.keycloak.login;

import fr.prosante.keycloak.mail.Mail;
import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import fr.prosante.keycloak.outcome.UserlessStep;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.models.DefaultActionTokenKey;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.messages.Messages;
import org.keycloak.sessions.AuthenticationSessionCompoundId;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * Keycloak's step that mails the link to a new password, without what tells who has an account: the mail is sent off the
 * request thread, and for nobody one is written and carried as well, up to where it would be handed to the mail server.
 */
final class ResetMail implements UserlessStep {
    private static final Logger LOG = Logger.getLogger(ResetMail.class);

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
        send(
                context,
                user.filter(one -> one.getEmail() != null && !one.getEmail().isBlank()));
        context.forkWithSuccessMessage(new FormMessage(Messages.EMAIL_SENT));
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        context.failure(AuthenticationFlowError.INVALID_USER);
    }

    private void send(AuthenticationFlowContext context, Optional<UserModel> addressee) {
        ResetEvents events = ResetEvents.of(context);
        try {
            room.sendAfterCommit(context.getSession(), write(context, addressee), events::tell);
        } catch (EmailException e) {
            LOG.warnf(
                    "the mail to a new password could not be rendered: %s",
                    e.getClass().getName());
            LOG.debug("the cause", e);
            events.tell(MailOutcome.UNWRITABLE);
        }
    }

    private static Mail write(AuthenticationFlowContext context, Optional<UserModel> addressee) throws EmailException {
        UserModel user = addressee.orElseGet(() -> Nobody.in(context.getSession(), context.getRealm()));
        int lifespan = context.getRealm().getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
        AuthenticationSessionModel login = context.getAuthenticationSession();
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(),
                user.getEmail(),
                Math.toIntExact(Time.currentTimeSeconds() + lifespan),
                AuthenticationSessionCompoundId.fromAuthSession(login).getEncodedId(),
                login.getClient().getClientId());
        String link = context.getActionTokenUrl(
                        token.serialize(context.getSession(), context.getRealm(), context.getUriInfo()))
                .toString();
        return MailTemplate.passwordReset(
                context.getSession(),
                context.getRealm(),
                user,
                addressee.map(UserModel::getEmail).orElse(""),
                link,
                Duration.ofSeconds(lifespan));
    }
}
