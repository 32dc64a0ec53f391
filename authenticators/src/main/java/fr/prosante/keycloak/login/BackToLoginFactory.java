package fr.prosante.keycloak.login;

import fr.prosante.keycloak.info.Bundle;
import java.util.Map;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.provider.ServerInfoAwareProviderFactory;

/** Declares the last step of the forgotten password; the first one puts it on the login session. */
public final class BackToLoginFactory implements RequiredActionFactory, ServerInfoAwareProviderFactory {

    public static final String PROVIDER_ID = "pro-sante-back-to-login";

    private static final BackToLogin BACK_TO_LOGIN = new BackToLogin();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Pro Santé: back to the login page";
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return BACK_TO_LOGIN;
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
