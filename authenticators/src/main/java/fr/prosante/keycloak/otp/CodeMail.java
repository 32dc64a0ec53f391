package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.mail.Mail;
import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import fr.prosante.keycloak.otp.core.CodeOwner;
import fr.prosante.keycloak.otp.core.Delivery;
import fr.prosante.keycloak.otp.core.Issue;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jboss.logging.Logger;
import org.keycloak.email.EmailException;
import org.keycloak.models.RealmModel;

/** The mail of a code: written on the request thread, sent on another, its outcome kept with the code and told as an event. */
record CodeMail(CodeRequest request, Kind kind, MailRoom room) {
    static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    private static final Logger LOG = Logger.getLogger(CodeMail.class);

    /** The code of a login, to the address of the account. */
    static final Kind LOGIN = new Kind("proSanteOtpMailSubject", "pro-sante-email-code.ftl");
    /** The code that proves a new address. */
    static final Kind CONTACT = new Kind("proSanteContactMailSubject", "pro-sante-contact-code.ftl");

    /**
     * What a code is for.
     *
     * @param subjectKey message key of the subject; with « WithCode » behind it, of the subject that tells the code
     * @param template body below {@code html/} and {@code text/}
     */
    record Kind(String subjectKey, String template) {}

    /** Sends and waits a little; afterwards the code's delivery says how far it came. */
    void send(Issue.Made made) {
        State state = new State(request.desk(), request.owner(), made);
        MailEvents events = MailEvents.of(request);
        try {
            Mail mail = template(made)
                    .render(
                            request.session(),
                            request.realm(),
                            request.user(),
                            request.owner().address());
            MailRoom.await(
                    room.send(request.session(), mail, state::keep, events::tell),
                    request.options().handOverWait());
        } catch (EmailException e) {
            LOG.warnf(
                    "the mail of a code could not be rendered: %s", e.getClass().getName());
            LOG.debug("the cause", e);
            state.keep(MailOutcome.UNWRITABLE);
            events.tell(MailOutcome.UNWRITABLE);
        }
    }

    /** The name under which users know the service. */
    static String service(RealmModel realm) {
        return realm.getDisplayName() == null ? realm.getName() : realm.getDisplayName();
    }

    private MailTemplate template(Issue.Made made) {
        String service = service(request.realm());
        ZonedDateTime issued = made.code().issuedAt().atZone(request.options().zone());
        ZonedDateTime expires = made.code().expiresAt().atZone(request.options().zone());
        Map<String, Object> attributes = Map.of(
                "service", service,
                "code", made.digits(),
                "hour", HOUR.format(issued),
                "until", HOUR.format(expires),
                "minutes", Math.max(1, request.desk().policy().lifespan().toMinutes()));
        return request.options().codeInSubject()
                ? new MailTemplate(
                        kind.subjectKey() + "WithCode", List.of(made.digits(), service), kind.template(), attributes)
                : new MailTemplate(kind.subjectKey(), List.of(service), kind.template(), attributes);
    }

    /** How far the mail is, written by the sending thread when the request may be long over. */
    private record State(CodeDesk desk, CodeOwner owner, Issue.Made made) {
        void keep(MailOutcome outcome) {
            desk.at(codes -> {
                switch (outcome) {
                    case HANDED_OVER -> codes.handedOver(owner, made);
                    case BUSY -> codes.notSent(owner, made, Delivery.State.BUSY);
                    default -> codes.notSent(owner, made, Delivery.State.FAILED);
                }
                return outcome;
            });
        }
    }
}
