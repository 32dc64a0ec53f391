package fr.prosante.keycloak.login;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import java.util.List;
import java.util.Set;
import org.keycloak.authentication.Authenticator;
import org.keycloak.authentication.authenticators.browser.UsernamePasswordFormFactory;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.PasswordCredentialModel;

/** The login page: national identifier and password. */
public final class LoginFormFactory implements ConfiguredStep {

    public static final String PROVIDER_ID = "pro-sante-login-form";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new LoginForm(session);
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: identifier and password";
    }

    @Override
    public String getHelpText() {
        return "Login form that takes RPPS and ADELI numbers as people type them, then the password.";
    }

    /** The category under which Keycloak's brute-force protection counts wrong passwords. */
    @Override
    public String getReferenceCategory() {
        return PasswordCredentialModel.TYPE;
    }

    @Override
    public Set<String> getOptionalReferenceCategories(KeycloakSession session) {
        return new UsernamePasswordFormFactory().getOptionalReferenceCategories(session);
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.ALTERNATIVE, Requirement.DISABLED};
    }

    @Override
    public List<Option<?>> options() {
        return LoginSettings.OPTIONS;
    }
}
