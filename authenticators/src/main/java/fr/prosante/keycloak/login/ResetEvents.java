package fr.prosante.keycloak.login;

import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.outcome.Refusal;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Tells, when the request is long over, what became of somebody's wish for a new password; without the address.
 *
 * @param username whose password is forgotten; there may be no such account
 */
record ResetEvents(KeycloakSessionFactory factory, String realmId, String username, String clientId, String ipAddress) {
    static ResetEvents of(AuthenticationFlowContext context, String username) {
        return new ResetEvents(
                context.getSession().getKeycloakSessionFactory(),
                context.getRealm().getId(),
                username,
                context.getAuthenticationSession().getClient().getClientId(),
                context.getConnection().getRemoteHost());
    }

    void tell(MailOutcome outcome) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            Optional<UserModel> user = AccountName.holder(username, session, realm);
            EventBuilder event = new EventBuilder(realm, session)
                    .event(EventType.SEND_RESET_PASSWORD)
                    .client(clientId)
                    .ipAddress(ipAddress)
                    .detail(Details.USERNAME, user.map(UserModel::getUsername).orElse(username))
                    .detail(Refusal.REASON_DETAIL, outcome.reason());
            user.ifPresent(event::user);
            switch (outcome) {
                case HANDED_OVER -> event.success();
                case UNADDRESSED -> event.error(whyNobody(user));
                default -> event.error(Errors.EMAIL_SEND_FAILED);
            }
        });
    }

    private static String whyNobody(Optional<UserModel> user) {
        return user.map(known -> known.isEnabled() ? Errors.INVALID_EMAIL : Errors.USER_DISABLED)
                .orElse(Errors.USER_NOT_FOUND);
    }
}
