package fr.prosante.keycloak.config;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;

/** Installs {@link ConfigGuard} for every realm, without having to be chosen in its event settings. */
public final class ConfigGuardFactory implements EventListenerProviderFactory, BundledFactory<EventListenerProvider> {

    public static final String PROVIDER_ID = "pro-sante-config-guard";

    @Override
    public EventListenerProvider create(KeycloakSession session) {
        return new ConfigGuard(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public boolean isGlobal() {
        return true;
    }
}
