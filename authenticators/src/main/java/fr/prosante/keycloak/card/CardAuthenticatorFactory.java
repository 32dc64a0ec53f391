package fr.prosante.keycloak.card;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.config.Problem;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.KeycloakSession;

/** Login by CPS card; also keeps what all card steps of this node share. */
public final class CardAuthenticatorFactory implements ConfiguredStep {

    public static final String PROVIDER_ID = "pro-sante-card";

    private static final AuthenticationExecutionModel.Requirement[] REQUIREMENTS = {
        AuthenticationExecutionModel.Requirement.REQUIRED,
        AuthenticationExecutionModel.Requirement.ALTERNATIVE,
        AuthenticationExecutionModel.Requirement.DISABLED
    };

    private final CardJudges judges = new CardJudges();

    static CardJudges judges(KeycloakSession session) {
        if (session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, PROVIDER_ID)
                instanceof CardAuthenticatorFactory factory) {
            return factory.judges;
        }
        throw new IllegalStateException(PROVIDER_ID + " is not installed");
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new CardAuthenticator();
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "CPS card (Pro Santé)";
    }

    @Override
    public String getReferenceCategory() {
        return PROVIDER_ID;
    }

    @Override
    public String getHelpText() {
        return "Asks for a CPS card at a door of its own and proves who its holder is. To be followed by the account step.";
    }

    @Override
    public AuthenticationExecutionModel.Requirement[] getRequirementChoices() {
        return REQUIREMENTS.clone();
    }

    @Override
    public List<Option<?>> options() {
        return CardOptions.all();
    }

    @Override
    public List<Problem> problems(Map<String, String> config) {
        return Stream.concat(
                        ConfiguredStep.super.problems(config).stream(), CardSettings.contradictions(config).stream())
                .toList();
    }

    @Override
    public void close() {
        judges.close();
    }

    @Override
    public Map<String, String> getOperationalInfo() {
        Map<String, String> info = new TreeMap<>(ConfiguredStep.super.getOperationalInfo());
        info.putAll(judges.lists());
        return info;
    }
}
