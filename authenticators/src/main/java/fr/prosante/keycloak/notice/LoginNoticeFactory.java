package fr.prosante.keycloak.notice;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Event listener {@value #PROVIDER_ID}: tells a user by mail of each session that begins. Naming it is the setting. */
public final class LoginNoticeFactory implements EventListenerProviderFactory, BundledFactory<EventListenerProvider> {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-login-notice";

    private Notice notice = Notice.of(PROVIDER_ID);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        notice = notice.configured(config);
    }

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new NoticeListener(session, Occasion.LOGIN, notice);
    }
}
