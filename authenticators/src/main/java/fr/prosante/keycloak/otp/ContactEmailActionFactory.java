package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.config.Configured;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.mail.MailRoom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException;
import org.keycloak.validate.ValidationError;

/** The required action, started by an application with {@code kc_action=pro-sante-contact-email}, that changes the contact address. */
public final class ContactEmailActionFactory implements RequiredActionFactory, Configured {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-contact-email";

    private static final int CAPACITY = 64;

    private final MailRoom room = new MailRoom(PROVIDER_ID, CAPACITY);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ContactEmailAction(room);
    }

    @Override
    public String getDisplayText() {
        return "Pro Santé: contact e-mail";
    }

    @Override
    public List<Option<?>> options() {
        return EmailCodeOptions.forContact();
    }

    @Override
    public List<ProviderConfigProperty> getConfigMetadata() {
        return configProperties();
    }

    @Override
    public void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        Map<String, String> config = Optional.ofNullable(model.getConfig()).orElse(Map.of());
        for (Option<?> option : options()) {
            if (option.problem(config).isPresent()) {
                throw new ValidationException(
                        new ValidationError(PROVIDER_ID, option.name(), ValidationError.MESSAGE_INVALID_VALUE));
            }
        }
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
