package fr.prosante.keycloak.login;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** Declares the last step of the forgotten password; the first one puts it on the login session. */
public final class BackToLoginFactory implements RequiredActionFactory, BundledFactory<RequiredActionProvider> {

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
}
