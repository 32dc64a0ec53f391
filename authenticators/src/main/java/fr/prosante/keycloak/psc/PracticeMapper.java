package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.identity.core.Nomenclature;
import fr.prosante.keycloak.psc.core.Practice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.ClientSessionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.ProtocolMapperModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.protocol.oidc.mappers.AbstractOIDCProtocolMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAccessTokenMapper;
import org.keycloak.protocol.oidc.mappers.OIDCAttributeMapperHelper;
import org.keycloak.protocol.oidc.mappers.OIDCIDTokenMapper;
import org.keycloak.protocol.oidc.mappers.UserInfoTokenMapper;
import org.keycloak.provider.ProviderConfigProperty;
import org.keycloak.representations.IDToken;

/**
 * Protocol mapper: the practice in which the person works in this session, as one JSON object — {@code name},
 * {@code structure_id}, {@code finess}, {@code siret}, {@code sector}, {@code sector_code}, {@code role_code},
 * {@code mode_code}, {@code profession}, {@code profession_code}, {@code speciality}, {@code speciality_code}. After a
 * login by other means it is the structure of the account, if it has one.
 */
public final class PracticeMapper extends AbstractOIDCProtocolMapper
        implements OIDCAccessTokenMapper, OIDCIDTokenMapper, UserInfoTokenMapper {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-practice-mapper";

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: practice";
    }

    @Override
    public String getDisplayCategory() {
        return TOKEN_MAPPER_CATEGORY;
    }

    @Override
    public String getHelpText() {
        return "The practice chosen for this session: name, FINESS, SIRET, sector, role, profession, with labels.";
    }

    @Override
    public List<ProviderConfigProperty> getConfigProperties() {
        List<ProviderConfigProperty> properties = new ArrayList<>();
        OIDCAttributeMapperHelper.addTokenClaimNameConfig(properties);
        OIDCAttributeMapperHelper.addIncludeInTokensConfig(properties, PracticeMapper.class);
        return properties;
    }

    @Override
    protected void setClaim(
            IDToken token,
            ProtocolMapperModel mapping,
            UserSessionModel userSession,
            KeycloakSession keycloakSession,
            ClientSessionContext clientSessionCtx) {
        Map<String, String> claim = PracticeNotes.chosen(Optional.ofNullable(userSession.getNote(PracticeNotes.CHOSEN)))
                .map(PracticeMapper::claim)
                .orElseGet(() -> ofAccount(userSession.getUser()));
        if (!claim.isEmpty()) {
            String name = mapping.getConfig().getOrDefault(OIDCAttributeMapperHelper.TOKEN_CLAIM_NAME, "practice");
            token.setOtherClaims(name, claim);
        }
    }

    static Map<String, String> claim(Practice practice) {
        Map<String, String> claim = new LinkedHashMap<>();
        practice.name().ifPresent(value -> claim.put("name", value));
        practice.structureId().ifPresent(value -> claim.put("structure_id", value));
        practice.finess().ifPresent(value -> claim.put("finess", value));
        practice.siret().ifPresent(value -> claim.put("siret", value));
        practice.sector().ifPresent(value -> {
            claim.put("sector_code", value);
            claim.put("sector", Nomenclature.sectorLabel(value));
        });
        practice.role().ifPresent(value -> claim.put("role_code", value));
        practice.mode().ifPresent(value -> claim.put("mode_code", value));
        practice.professionCode().ifPresent(value -> {
            claim.put("profession_code", value);
            claim.put("profession", Nomenclature.professionLabel(value));
        });
        practice.savoirFaireCode().ifPresent(value -> {
            claim.put("speciality_code", value);
            claim.put("speciality", Nomenclature.savoirFaireLabel(value));
        });
        return claim;
    }

    private static Map<String, String> ofAccount(UserModel user) {
        Map<String, String> claim = new LinkedHashMap<>();
        Optional.ofNullable(user.getFirstAttribute(UserAttributes.STRUCTURE_NAME))
                .ifPresent(value -> claim.put("name", value));
        Optional.ofNullable(user.getFirstAttribute(UserAttributes.STRUCTURE_ID))
                .ifPresent(value -> claim.put("structure_id", value));
        return claim;
    }
}
