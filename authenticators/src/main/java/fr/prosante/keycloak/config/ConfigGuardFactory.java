package fr.prosante.keycloak.config;

import org.keycloak.Config;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.EventListenerProviderFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;

/** Installs {@link ConfigGuard} for every realm, without having to be chosen in its event settings. */
public final class ConfigGuardFactory implements EventListenerProviderFactory {

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

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
