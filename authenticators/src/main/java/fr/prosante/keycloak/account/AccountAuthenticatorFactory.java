package fr.prosante.keycloak.account;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The account step after a card or Pro Santé Connect: « Créer mon compte », or straight in. */
public final class AccountAuthenticatorFactory implements ConfiguredStep {

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
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public List<Option<?>> options() {
        return AccountSettings.OPTIONS;
    }
}
