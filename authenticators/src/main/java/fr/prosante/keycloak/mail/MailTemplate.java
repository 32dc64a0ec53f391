package fr.prosante.keycloak.mail;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailTemplateProvider;
import org.keycloak.email.freemarker.FreeMarkerEmailTemplateProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * A mail's template, rendered by Keycloak's own code with the realm's e-mail theme and the user's language: a template of
 * that name in the theme wins over the one of this jar.
 *
 * @param subjectKey message key of the subject
 * @param subjectArguments its parameters
 * @param body file below {@code html/} and {@code text/}
 * @param attributes variables of the body
 */
public record MailTemplate(
        String subjectKey, List<Object> subjectArguments, String body, Map<String, Object> attributes) {
    /** Renders for a user, on the request thread where language and addresses of the request are known. */
    public Mail render(KeycloakSession session, RealmModel realm, UserModel user) throws EmailException {
        return render(session, realm, user, user.getEmail());
    }

    /** Renders for a user, to another address of theirs. */
    public Mail render(KeycloakSession session, RealmModel realm, UserModel user, String address)
            throws EmailException {
        return written(
                session,
                realm,
                user,
                address,
                writer -> writer.send(subjectKey, subjectArguments, body, new HashMap<>(attributes)));
    }

    /**
     * Keycloak's own mail with the link to a new password.
     *
     * @param lifespan of the link
     */
    public static Mail passwordReset(
            KeycloakSession session, RealmModel realm, UserModel user, String link, Duration lifespan)
            throws EmailException {
        return written(
                session, realm, user, user.getEmail(), writer -> writer.sendPasswordReset(link, lifespan.toMinutes()));
    }

    private static Mail written(
            KeycloakSession session, RealmModel realm, UserModel user, String address, Letter letter)
            throws EmailException {
        Capture capture = new Capture(session, address);
        letter.write(capture.setRealm(realm).setUser(user));
        return capture.rendered.orElseThrow(() -> new EmailException("nothing was rendered"));
    }

    /** One of the mails that Keycloak's renderer can write. */
    @FunctionalInterface
    private interface Letter {
        void write(EmailTemplateProvider writer) throws EmailException;
    }

    /** Keycloak's renderer, stopped where it would call the sender. */
    private static final class Capture extends FreeMarkerEmailTemplateProvider {
        private final String recipient;
        private Optional<Mail> rendered = Optional.empty();

        Capture(KeycloakSession session, String recipient) {
            super(session);
            this.recipient = recipient;
        }

        @Override
        protected void send(Map<String, String> config, String subject, String text, String html, String address) {
            rendered = Optional.of(new Mail(recipient, subject, text, html));
        }
    }
}
