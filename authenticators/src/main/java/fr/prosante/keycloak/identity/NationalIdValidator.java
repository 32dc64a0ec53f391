package fr.prosante.keycloak.identity;

import fr.prosante.keycloak.config.AdminTexts;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.identity.core.ParsedId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.keycloak.models.KeycloakSession;
import org.keycloak.provider.ConfiguredProvider;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.validate.AbstractStringValidator;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidationError;
import org.keycloak.validate.ValidationResult;
import org.keycloak.validate.ValidatorConfig;
import org.keycloak.validate.validators.ValidatorConfigValidator;

/**
 * User-profile validator: the value is a national identifier in its complete form, upper or lower case. The admin console
 * and imports so obey the rules of the login form.
 */
public final class NationalIdValidator extends AbstractStringValidator implements ConfiguredProvider {

    public static final String ID = "pro-sante-national-id";

    static final Option<KeyCheck> KEY_CHECK = Option.choice("proSanteNationalId", "key-check", KeyCheck.STRICT);

    @Override
    public String getId() {
        return ID;
    }

    @Override
    protected void doValidate(String value, String inputHint, ValidationContext context, ValidatorConfig config) {
        if (value.isBlank()) {
            return;
        }
        problem(value, KEY_CHECK.value(options(config)))
                .ifPresent(problem -> context.addError(new ValidationError(ID, inputHint, problem.messageKey())));
    }

    /** Spaces are for people who type: what is stored must be the identifier itself. */
    static Optional<IdProblem> problem(String value, KeyCheck keyCheck) {
        ParsedId parsed = NationalIds.parseOfficial(value, keyCheck);
        Optional<NationalId> id = parsed.id();
        return id.isPresent() && !id.get().value().equalsIgnoreCase(value)
                ? Optional.of(IdProblem.SHAPE)
                : parsed.problem();
    }

    @Override
    public ValidationResult validateConfig(KeycloakSession session, ValidatorConfig config) {
        Set<ValidationError> errors = new LinkedHashSet<>();
        KEY_CHECK
                .problem(options(config))
                .ifPresent(problem -> errors.add(new ValidationError(
                        ID,
                        KEY_CHECK.name(),
                        ValidatorConfigValidator.MESSAGE_CONFIG_INVALID_VALUE,
                        AdminTexts.english().tell(problem))));
        return new ValidationResult(errors);
    }

    private static Map<String, String> options(ValidatorConfig config) {
        Object keyCheck = config == null ? null : config.get(KEY_CHECK.name());
        return keyCheck == null ? Map.of() : Map.of(KEY_CHECK.name(), keyCheck.toString());
    }

    @Override
    public String getHelpText() {
        return "National identifier of a French health professional: 8 and RPPS, 0 and ADELI, or staff of a structure";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(KEY_CHECK.toProviderConfigProperty());
    }
}
