package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.info.Bundle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The required action that asks for the charter. */
public final class CharterActionFactory implements RequiredActionFactory, ServerInfoAwareProviderFactory, Configured {

    public static final String PROVIDER_ID = "pro-sante-charter";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new CharterAction();
    }

    @Override
    public String getDisplayText() {
        return "Pro Santé: charter of use";
    }

    @Override
    public List<Option<?>> options() {
        return CharterSettings.OPTIONS;
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return configProperties();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        Map<String, String> config = Optional.ofNullable(model.getConfig()).orElse(Map.of());
        for (Option<?> option : options()) {
            if (option.problem(config).isPresent()) {
                throw new ValidationException(
                        new ValidationError(PROVIDER_ID, option.name(), ValidationError.MESSAGE_INVALID_VALUE));
            }
        }
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        return Bundle.operationalInfo();
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
