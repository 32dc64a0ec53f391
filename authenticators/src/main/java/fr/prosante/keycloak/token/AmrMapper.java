package fr.prosante.keycloak.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AmrProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Protocol mapper: {@code amr} as single values (RFC 8176), from the references of the executions that were completed
 * and from what a broker proved.
 *
 * <p>Unlike Keycloak's own mapper it splits a reference on spaces, because a card is at once {@code sc}, {@code pin}
 * and {@code mfa}, and adds the user-session note {@value #SESSION_NOTE}, because a brokered login completes no
 * execution that could carry a reference.
 */
public final class AmrMapper extends AmrProtocolMapper {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-amr-mapper";

    /** User-session note with values separated by spaces, for logins that no execution stands for. */
    public static final String SESSION_NOTE = "pro-sante.amr";

    private static final String CLAIM = "amr";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: amr";
    }

    @Override
    public String getHelpText() {
        return "Says in amr, value by value, by which means the person came: card (sc pin mfa), Pro Santé Connect,"
                + " or password and code (pwd otp mfa).";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, AmrMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mappingModel,
            UserSessionModel userSession,
            KeycloakSession keycloakSession,
            ClientSessionContext clientSessionCtx) {
        Stream<String> executions = getAmr(clientSessionCtx.getClientSession(), userSession.getRealm()).stream();
        Stream<String> brokered = Optional.ofNullable(userSession.getNote(SESSION_NOTE)).stream();
        token.setOtherClaims(CLAIM, AmrValues.merge(Stream.concat(executions, brokered)));
    }
}
