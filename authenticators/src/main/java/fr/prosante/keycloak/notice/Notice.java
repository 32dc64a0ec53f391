package fr.prosante.keycloak.notice;

import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.mail.MailTemplate;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.keycloak.Config;
import org.keycloak.common.util.Time;
import org.keycloak.email.EmailException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The mail. It never delays or fails what it tells of.
 *
 * @param room where mails are sent
 * @param zone of the hour in the mail
 */
record Notice(MailRoom room, ZoneId zone) {
    private static final Logger LOG = Logger.getLogger(Notice.class);
    private static final int CAPACITY = 64;
    private static final String ZONE = "Europe/Paris";
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm", Locale.ROOT);

    static Notice of(String name) {
        return new Notice(new MailRoom(name, CAPACITY), ZoneId.of(ZONE));
    }

    /** With the server's option {@code time-zone}. */
    Notice configured(Config.Scope config) {
        return new Notice(room, ZoneId.of(config.get("timeZone", ZONE)));
    }

    /** What happened. */
    record Facts(String realmId, String userId, String clientId) {}

    void send(KeycloakSession request, Occasion occasion, Facts facts) {
        KeycloakModelUtils.runJobInTransaction(
                request.getKeycloakSessionFactory(),
                request.getContext(),
                session -> send(session, session.realms().getRealm(facts.realmId()), occasion, facts));
    }

    private void send(KeycloakSession session, RealmModel realm, Occasion occasion, Facts facts) {
        session.getContext().setRealm(realm);
        Optional<UserModel> user = Optional.ofNullable(session.users().getUserById(realm, facts.userId()))
                .filter(found -> found.getEmail() != null && !found.getEmail().isBlank());
        if (user.isEmpty()) {
            return;
        }
        String service = realm.getDisplayName() == null ? realm.getName() : realm.getDisplayName();
        String hour = HOUR.format(Instant.ofEpochMilli(Time.currentTimeMillis()).atZone(zone));
        Map<String, Object> attributes = Map.of(
                "sentence", occasion.sentenceKey(), "service", service, "hour", hour, "application", facts.clientId());
        try {
            room.sendAfterCommit(
                    session,
                    new MailTemplate(occasion.subjectKey(), List.of(service), "pro-sante-notice.ftl", attributes)
                            .render(session, realm, user.get()),
                    outcome -> LOG.debugf("notice to user %s: %s", facts.userId(), outcome));
        } catch (EmailException e) {
            LOG.warnf("a notice could not be rendered: %s", e.getClass().getName());
        }
    }
}
