package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.outcome.Refusal;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** Tells, when the request is long over, what became of its mail; without the address. */
record MailEvents(KeycloakSessionFactory factory, String realmId, String userId, String clientId, String ipAddress) {
    static MailEvents of(CodeRequest request) {
        return new MailEvents(
                request.session().getKeycloakSessionFactory(),
                request.realm().getId(),
                request.user().getId(),
                request.clientId(),
                request.ipAddress());
    }

    void tell(MailOutcome outcome) {
        KeycloakModelUtils.runJobInTransaction(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            EventBuilder event = new EventBuilder(realm, session)
                    .event(EventType.SEND_VERIFY_EMAIL)
                    .client(clientId)
                    .user(userId)
                    .ipAddress(ipAddress)
                    .detail(Details.AUTH_METHOD, EmailCodeAuthenticatorFactory.PROVIDER_ID)
                    .detail(Refusal.REASON_DETAIL, outcome.reason());
            if (outcome == MailOutcome.HANDED_OVER) {
                event.success();
            } else {
                event.error(Errors.EMAIL_SEND_FAILED);
            }
        });
    }
}
