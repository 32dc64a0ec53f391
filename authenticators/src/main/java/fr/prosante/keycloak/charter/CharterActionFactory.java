package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.config.ConfiguredAction;
import fr.prosante.keycloak.config.Option;
import java.util.List;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** The required action that asks for the charter. */
public final class CharterActionFactory implements ConfiguredAction {

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
}
