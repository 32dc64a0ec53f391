package fr.prosante.keycloak.notice;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** An event listener that mails a notice on one occasion. A realm that names it among its listeners sends it. */
interface NoticeFactory extends EventListenerProviderFactory, BundledFactory<EventListenerProvider> {

    /** Which notice, and when. */
    Sending sending();

    @Override
    default String getId() {
        return sending().id();
    }

    @Override
    default void init(Config.Scope config) {
        sending().configure(config);
    }

    @Override
    default EventListenerProvider create(KeycloakSession session) {
        return sending().listener(session);
    }
}
