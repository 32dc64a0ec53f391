package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** Execution {@value #PROVIDER_ID} of the first broker login flow. */
public final class PscLinkAuthenticatorFactory implements ConfiguredStep {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-psc-link";

    static final Option<FirstAccount> FIRST_ACCOUNT =
            Option.choice("proSantePscLink", "firstAccount", FirstAccount.CARD);

    private static final Authenticator INSTANCE = new PscLinkAuthenticator();

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return INSTANCE;
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: account of a Pro Santé Connect login";
    }

    @Override
    public String getHelpText() {
        return "Finds the account of a person who came by Pro Santé Connect by national identifier only, never by e-mail;"
                + " if there is none, leaves the proof for the account page.";
    }

    @Override
    public String getReferenceCategory() {
        return PROVIDER_ID;
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED, Requirement.DISABLED};
    }

    @Override
    public List<Option<?>> options() {
        return List.of(FIRST_ACCOUNT);
    }
}
