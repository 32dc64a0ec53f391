package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.mail.Mail;
import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import fr.prosante.keycloak.otp.core.Delivery;
import fr.prosante.keycloak.otp.core.Issue;
import fr.prosante.keycloak.outcome.Refusal;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/** The mail of a code: written on the request thread, sent on another, its outcome kept with the code and told as an event. */
record CodeMail(CodeLogin login, MailRoom room) {
    static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Logger LOG = Logger.getLogger(CodeMail.class);
    private static final String TEMPLATE = "pro-sante-email-code.ftl";

    /** Sends and waits a little; afterwards the code's delivery says how far it came. */
    void send(Issue.Made made) {
        Sender sender = Sender.of(login);
        try {
            Mail mail = template(made)
                    .render(
                            login.context().getSession(),
                            login.context().getRealm(),
                            login.context().getUser());
            MailRoom.await(
                    room.send(login.context().getSession(), mail, outcome -> sender.keep(made, outcome)),
                    login.options().handOverWait());
        } catch (EmailException e) {
            LOG.warnf(
                    "the mail of a code could not be rendered: %s", e.getClass().getName());
            LOG.debug("the cause", e);
            sender.keep(made, MailOutcome.UNWRITABLE);
        }
    }

    private MailTemplate template(Issue.Made made) {
        RealmModel realm = login.context().getRealm();
        String service = realm.getDisplayName() == null ? realm.getName() : realm.getDisplayName();
        ZonedDateTime issued = made.code().issuedAt().atZone(login.options().zone());
        ZonedDateTime expires = made.code().expiresAt().atZone(login.options().zone());
        Map<String, Object> attributes = Map.of(
                "service", service,
                "code", made.digits(),
                "hour", HOUR.format(issued),
                "until", HOUR.format(expires),
                "minutes", Math.max(1, login.desk().policy().lifespan().toMinutes()));
        return login.options().codeInSubject()
                ? new MailTemplate(
                        "proSanteOtpMailSubjectWithCode", List.of(made.digits(), service), TEMPLATE, attributes)
                : new MailTemplate("proSanteOtpMailSubject", List.of(service), TEMPLATE, attributes);
    }

    /** What the sending thread needs when the request is long over. */
    private record Sender(CodeLogin login, String clientId, String ipAddress) {
        static Sender of(CodeLogin login) {
            return new Sender(
                    login,
                    login.context().getAuthenticationSession().getClient().getClientId(),
                    login.context().getConnection().getRemoteHost());
        }

        void keep(Issue.Made made, MailOutcome outcome) {
            login.desk().at(codes -> {
                switch (outcome) {
                    case HANDED_OVER -> codes.handedOver(login.owner(), made);
                    case BUSY -> codes.notSent(login.owner(), made, Delivery.State.BUSY);
                    default -> codes.notSent(login.owner(), made, Delivery.State.FAILED);
                }
                return outcome;
            });
            tell(outcome);
        }

        private void tell(MailOutcome outcome) {
            KeycloakModelUtils.runJobInTransaction(login.desk().factory(), session -> {
                RealmModel realm = session.realms().getRealm(login.owner().realmId());
                session.getContext().setRealm(realm);
                EventBuilder event = new EventBuilder(realm, session)
                        .event(EventType.SEND_VERIFY_EMAIL)
                        .client(clientId)
                        .user(login.owner().userId())
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
}
