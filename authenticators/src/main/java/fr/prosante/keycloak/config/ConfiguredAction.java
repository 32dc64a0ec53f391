package fr.prosante.keycloak.config;

import fr.prosante.keycloak.info.BundledFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.userprofile.ValidationException.ValidationExceptionBuilder;
import org.keycloak.validate.ValidationError;

/** A required action whose options are set in the admin console. */
public interface ConfiguredAction extends RequiredActionFactory, BundledFactory<RequiredActionProvider>, Configured {

    @Override
    default List<ProviderConfigProperty> getConfigMetadata() {
        return configProperties();
    }

    @Override
    default void validateConfig(KeycloakSession session, RealmModel realm, RequiredActionConfigModel model) {
        Map<String, String> config = Optional.ofNullable(model.getConfig()).orElse(Map.of());
        ValidationExceptionBuilder refusal = new ValidationExceptionBuilder();
        for (Option<?> option : options()) {
            option.problem(config)
                    .map(AdminTexts.of(session)::tell)
                    .ifPresent(sentence -> refusal.accept(new ValidationError(getId(), option.name(), sentence)));
        }
        if (refusal.hasError()) {
            throw refusal.build();
        }
    }
}
