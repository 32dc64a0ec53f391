package fr.prosante.keycloak.config;

import fr.prosante.keycloak.info.BundledFactory;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.provider.ProviderConfigProperty;

/** A step of a flow whose options are set in the admin console. */
public interface ConfiguredStep extends AuthenticatorFactory, BundledFactory<Authenticator>, Configured {

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
}
