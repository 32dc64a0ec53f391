package fr.prosante.keycloak.config;

import fr.prosante.keycloak.info.Bundle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** A step of a flow whose options are set in the admin console; it holds nothing to prepare or release unless it says so. */
public interface ConfiguredStep extends AuthenticatorFactory, ServerInfoAwareProviderFactory, Configured {

    @Override
    default boolean isConfigurable() {
        return true;
    }

    @Override
    default List<ProviderConfigProperty> getConfigProperties() {
        return configProperties();
    }

    /** No credential of Keycloak's unless the step says so. */
    @Override
    default @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    default boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    default Map<String, String> getOperationalInfo() {
        return Bundle.operationalInfo();
    }

    @Override
    default void init(Config.Scope config) {}

    @Override
    default void postInit(KeycloakSessionFactory factory) {}

    @Override
    default void close() {}
}
