package fr.prosante.keycloak.login;

import fr.prosante.keycloak.mail.Mail;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionCompoundId;

/**
 * The mail with the link to a new password, made when the request is over from what is known to everybody: whether there is
 * an account is seen here and not before.
 *
 * @param username whose password is forgotten; there may be no such account
 * @param asking login session that asks
 * @param clientId application that it is for
 * @param link without the token
 * @param base address of Keycloak as the request saw it
 * @param language of the page, for users who have chosen none
 */
record ResetLetter(String username, String asking, String clientId, URI link, URI base, Locale language)
        implements MailRoom.Letter {

    static ResetLetter of(AuthenticationFlowContext context, String username) {
        return new ResetLetter(
                username,
                AuthenticationSessionCompoundId.fromAuthSession(context.getAuthenticationSession())
                        .getEncodedId(),
                context.getAuthenticationSession().getClient().getClientId(),
                context.getActionTokenUrl(""),
                context.getUriInfo().getBaseUri(),
                context.getSession().getContext().resolveLocale(null));
    }

    @Override
    public Mail write(KeycloakSession session) throws EmailException {
        RealmModel realm = session.getContext().getRealm();
        Optional<UserModel> addressee = AccountName.holder(username, session, realm)
                .filter(UserModel::isEnabled)
                .filter(user -> user.getEmail() != null && !user.getEmail().isBlank());
        return addressee.isPresent() ? write(session, realm, addressee.get()) : Mail.TO_NOBODY;
    }

    private Mail write(KeycloakSession session, RealmModel realm, UserModel user) throws EmailException {
        session.getContext().setHttpRequest(new PastRequest(base));
        session.setAttribute(
                LocaleSelectorProvider.USER_REQUEST_LOCALE,
                Optional.ofNullable(user.getFirstAttribute(UserModel.LOCALE)).orElseGet(language::toLanguageTag));
        int lifespan = realm.getActionTokenGeneratedByUserLifespan(ResetCredentialsActionToken.TOKEN_TYPE);
        ResetCredentialsActionToken token = new ResetCredentialsActionToken(
                user.getId(), user.getEmail(), Math.toIntExact(Time.currentTimeSeconds() + lifespan), asking, clientId);
        String key = token.serialize(session, realm, session.getContext().getUri());
        Mail mail = MailTemplate.passwordReset(
                session,
                realm,
                user,
                UriBuilder.fromUri(link)
                        .replaceQueryParam(Constants.KEY, key)
                        .build()
                        .toString(),
                Duration.ofSeconds(lifespan));
        new ResetLinks(session, realm).supersede(user, token);
        return mail;
    }
}
