package fr.prosante.keycloak.login;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.info.Bundle;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.AuthenticatorFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** The first step of the forgotten password: who are you? */
public final class ResetChooseUserFactory implements AuthenticatorFactory, ServerInfoAwareProviderFactory, Configured {

    public static final String PROVIDER_ID = "pro-sante-reset-choose-user";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new ResetChooseUser();
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: choose user";
    }

    @Override
    public String getHelpText() {
        return "Asks whose password is forgotten; takes RPPS and ADELI numbers as people type them and never tells who has an account.";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public boolean isUserSetupAllowed() {
        return false;
    }

    @Override
    public boolean isConfigurable() {
        return true;
    }

    @Override
    public List<Option<?>> options() {
        return LoginSettings.OPTIONS;
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return configProperties();
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
