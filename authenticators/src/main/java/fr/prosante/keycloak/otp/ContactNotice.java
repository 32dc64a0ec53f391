package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.mail.Mail;
import fr.prosante.keycloak.mail.MailOutcome;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import fr.prosante.keycloak.otp.core.MaskedAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;

/** Tells the old address that codes go elsewhere from now on. The change does not wait for it and does not depend on it. */
record ContactNotice(CodeRequest request, MailRoom room) {
    private static final Logger LOG = Logger.getLogger(ContactNotice.class);

    /** Writes it to the address that this request found in the account. */
    void send() {
        Optional<String> former = Admission.address(request.user());
        if (former.isEmpty()) {
            return;
        }
        String service = CodeMail.service(request.realm());
        String hour = CodeMail.HOUR.format(Instant.ofEpochMilli(Time.currentTimeMillis())
                .atZone(request.options().zone()));
        Map<String, Object> attributes = Map.of(
                "service",
                service,
                "hour",
                hour,
                "address",
                MaskedAddress.of(request.owner().address()));
        MailEvents events = MailEvents.of(request);
        try {
            Mail mail = new MailTemplate(
                            "proSanteContactNoticeSubject",
                            List.of(service),
                            "pro-sante-contact-notice.ftl",
                            attributes)
                    .render(request.session(), request.realm(), request.user(), former.get());
            room.sendAfterCommit(request.session(), mail, events::tell);
        } catch (EmailException e) {
            LOG.warnf("a notice could not be rendered: %s", e.getClass().getName());
            events.tell(MailOutcome.UNWRITABLE);
        }
    }
}
