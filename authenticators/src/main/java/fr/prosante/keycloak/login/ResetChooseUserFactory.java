package fr.prosante.keycloak.login;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The first step of the forgotten password: who are you? */
public final class ResetChooseUserFactory implements ConfiguredStep {

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
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public List<Option<?>> options() {
        return LoginSettings.OPTIONS;
    }
}
