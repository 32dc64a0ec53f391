package fr.prosante.keycloak.notice;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** An event listener that mails a notice on one occasion. A realm that names it among its listeners sends it. */
abstract class NoticeFactory implements EventListenerProviderFactory, BundledFactory<EventListenerProvider> {
    private final String id;
    private final Occasion occasion;
    private Notice notice;

    NoticeFactory(String id, Occasion occasion) {
        this.id = id;
        this.occasion = occasion;
        this.notice = Notice.of(id);
    }

    @Override
    public final String getId() {
        return id;
    }

    @Override
    public final void init(Config.Scope config) {
        notice = notice.configured(config);
    }

    @Override
    public final EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session, occasion, notice);
    }
}
