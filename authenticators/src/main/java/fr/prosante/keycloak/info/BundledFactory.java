package fr.prosante.keycloak.info;

import java.util.Map;
import org.keycloak.Config;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.Provider;
import org.keycloak.provider.ProviderFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/**
 * What the factories of this bundle share: they tell its version in the server information, and hold nothing to prepare
 * or release unless they say so.
 */
public interface BundledFactory<T extends Provider> extends ProviderFactory<T>, ServerInfoAwareProviderFactory {

    @Override
    default Map<String, String> getOperationalInfo() {
        return Map.of("version", Bundle.version());
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
