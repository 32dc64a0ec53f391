package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.psc.core.PersonFact;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.keycloak.broker.provider.AbstractIdentityProviderMapper;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.models.IdentityProviderMapperModel;
import org.keycloak.models.IdentityProviderSyncMode;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.provider.ProviderConfigProperty;

/** Identity provider mapper: one fact that Pro Santé Connect says about a person, as codes or labels, into an attribute. */
public final class PscUserAttributeMapper extends AbstractIdentityProviderMapper {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-psc-user-attribute";

    private static final String OWNER = "proSantePscMapper";

    static final Option<PersonFact> FACT = Option.choice(OWNER, "fact", PersonFact.PRACTICE_NAMES);
    static final Option<String> ATTRIBUTE = Option.text(
            OWNER,
            "attribute",
            "practices",
            Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,63}"),
            "proSanteSettingAttribute");

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String[] getCompatibleProviders() {
        return new String[] {PscIdentityProviderFactory.PROVIDER_ID};
    }

    @Override
    public boolean supportsSyncMode(IdentityProviderSyncMode syncMode) {
        return true;
    }

    @Override
    public String getDisplayCategory() {
        return "Attribute Importer";
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé Connect: attribute";
    }

    @Override
    public String getHelpText() {
        return "Copies a fact of Pro Santé Connect (profession, savoir-faire, practices…) to a user attribute.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        return List.of(FACT.toProviderConfigProperty(), ATTRIBUTE.toProviderConfigProperty());
    }

    @Override
    public void importNewUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        write(user, mapper, context);
    }

    @Override
    public void updateBrokeredUser(
            KeycloakSession session,
            RealmModel realm,
            UserModel user,
            IdentityProviderMapperModel mapper,
            BrokeredIdentityContext context) {
        write(user, mapper, context);
    }

    private static void write(UserModel user, IdentityProviderMapperModel mapper, BrokeredIdentityContext context) {
        if (!PscIdentity.isIn(context)) {
            return;
        }
        List<String> values =
                FACT.value(mapper.getConfig()).of(PscIdentity.readFrom(context).person());
        String attribute = ATTRIBUTE.value(mapper.getConfig());
        if (Set.copyOf(values)
                .equals(user.getAttributeStream(attribute).collect(java.util.stream.Collectors.toSet()))) {
            return;
        }
        if (values.isEmpty()) {
            user.removeAttribute(attribute);
        } else {
            user.setAttribute(attribute, values);
        }
    }
}
