package fr.prosante.keycloak.notice;

import fr.prosante.keycloak.mail.AfterCommit;
import java.util.Optional;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.models.KeycloakSession;

/** Sends a notice when what it tells of has been committed. */
final class NoticeListener implements EventListenerProvider {
    private final KeycloakSession session;
    private final Occasion occasion;
    private final Notice notice;

    NoticeListener(KeycloakSession session, Occasion occasion, Notice notice) {
        this.session = session;
        this.occasion = occasion;
        this.notice = notice;
    }

    @Override
    public void onEvent(Event event) {
        if (occasion.isTold(event) && event.getUserId() != null && occasion.isNew(event, session)) {
            afterwards(new Notice.Facts(
                    event.getRealmId(),
                    event.getUserId(),
                    Optional.ofNullable(event.getClientId()).orElse("")));
        }
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        occasion.toldUser(event).ifPresent(user -> afterwards(new Notice.Facts(event.getRealmId(), user, "")));
    }

    private void afterwards(Notice.Facts facts) {
        AfterCommit.of(session, () -> notice.send(session, occasion, facts));
    }

    @Override
    public void close() {}
}
