package fr.prosante.keycloak.notice;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.models.KeycloakSession;

/** The notice of one occasion, as the server configures it at its start. */
final class Sending {
    private final String id;
    private final Occasion occasion;
    private Notice notice;

    Sending(String id, Occasion occasion) {
        this.id = id;
        this.occasion = occasion;
        this.notice = Notice.of(id);
    }

    String id() {
        return id;
    }

    void configure(Config.Scope config) {
        notice = notice.configured(config);
    }

    EventListenerProvider listener(KeycloakSession session) {
        return new NoticeListener(session, occasion, notice);
    }
}
