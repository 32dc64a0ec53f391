package fr.prosante.keycloak.account;

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

/** The account step after a card or Pro Santé Connect: « Créer mon compte », or straight in. */
public final class AccountAuthenticatorFactory
        implements AuthenticatorFactory, ServerInfoAwareProviderFactory, Configured {

    public static final String PROVIDER_ID = "pro-sante-account";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new AccountAuthenticator();
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: create my account";
    }

    @Override
    public String getHelpText() {
        return "After a card or Pro Santé Connect: shows « Créer mon compte » to whoever has no complete account, and lets the others in.";
    }

    @Override
    public @Nullable String getReferenceCategory() {
        return null;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
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
        return AccountSettings.OPTIONS;
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
