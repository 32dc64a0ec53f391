package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.AdminTexts;
import fr.prosante.keycloak.config.Problem;
import fr.prosante.keycloak.psc.core.AcrPolicy;
import fr.prosante.keycloak.psc.core.Environment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.keycloak.broker.oidc.OIDCIdentityProviderConfig;
import org.keycloak.models.IdentityProviderModel;
import org.keycloak.models.RealmModel;
import org.keycloak.utils.KeycloakSessionUtil;

/**
 * Typed reading of one instance's settings. What Keycloak's own OIDC classes read (addresses, signature, skew) is answered
 * from the environment, so that nothing stored beside it can weaken a check or send tokens elsewhere.
 */
final class PscConfig extends OIDCIdentityProviderConfig {

    private static final long serialVersionUID = 1L;

    private final transient CertificateFiles files;

    PscConfig(CertificateFiles files) {
        this.files = files;
    }

    PscConfig(IdentityProviderModel model, CertificateFiles files) {
        super(model);
        this.files = files;
    }

    /** Refuses to be saved with the list of everything that is wrong. */
    @Override
    public void validate(@Nullable RealmModel realm) {
        List<Problem> problems = new ArrayList<>(PscConfigCheck.problems(this, files));
        if (realm != null) {
            FirstLoginFlow.settle(realm, this).ifPresent(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException(
                    AdminTexts.of(KeycloakSessionUtil.getKeycloakSession()).tell(problems));
        }
    }

    Environment environment() {
        return PscOptions.ENVIRONMENT.value(getConfig());
    }

    Environment.Endpoints endpoints() {
        if (environment() != Environment.CUSTOM) {
            return environment().endpoints();
        }
        return new Environment.Endpoints(
                PscOptions.ISSUER.value(getConfig()),
                PscOptions.AUTHORIZATION_URL.value(getConfig()),
                PscOptions.TOKEN_URL.value(getConfig()),
                PscOptions.USERINFO_URL.value(getConfig()),
                PscOptions.KEYS_URL.value(getConfig()),
                PscOptions.LOGOUT_URL.value(getConfig()));
    }

    AcrPolicy acrPolicy() {
        return new AcrPolicy(
                levels(PscOptions.ACR_ORDER.value(getConfig())),
                given(PscOptions.ACR_MINIMUM.value(getConfig())),
                PscOptions.ACR_ABSENT.value(getConfig()),
                PscOptions.ACR_UNKNOWN.value(getConfig()));
    }

    Duration timeout() {
        return Duration.ofSeconds(PscOptions.TIMEOUT.value(getConfig()));
    }

    Optional<String> certificate() {
        return given(PscOptions.CERTIFICATE.value(getConfig()));
    }

    Optional<String> certificatePassword() {
        return given(PscOptions.CERTIFICATE_PASSWORD.value(getConfig()));
    }

    /** The alias under which the former plugin linked people by {@code sub}. */
    String legacyAlias() {
        return given(PscOptions.LEGACY_ALIAS.value(getConfig())).orElseGet(this::getAlias);
    }

    static List<String> levels(String text) {
        return Stream.of(text.trim().split("[\\s,]+"))
                .filter(Predicate.not(String::isEmpty))
                .toList();
    }

    private static Optional<String> given(String text) {
        return Optional.of(text.trim()).filter(Predicate.not(String::isEmpty));
    }

    @Override
    public String getIssuer() {
        return endpoints().issuer();
    }

    @Override
    public String getAuthorizationUrl() {
        return endpoints().authorization();
    }

    @Override
    public String getTokenUrl() {
        return endpoints().token();
    }

    @Override
    public String getUserInfoUrl() {
        return endpoints().userinfo();
    }

    @Override
    public String getJwksUrl() {
        return endpoints().keys();
    }

    @Override
    public String getLogoutUrl() {
        return endpoints().logout();
    }

    @Override
    public String getDefaultScope() {
        return PscOptions.SCOPE.value(getConfig());
    }

    @Override
    public int getAllowedClockSkew() {
        return PscOptions.CLOCK_SKEW.value(getConfig());
    }

    @Override
    public boolean isUseJwksUrl() {
        return true;
    }

    @Override
    public boolean isValidateSignature() {
        return true;
    }

    @Override
    public boolean isSupportsClientAssertions() {
        return false;
    }

    /** A signed assertion of Pro Santé Connect is not a login: no browser, no nonce, no level. */
    @Override
    public boolean isJWTAuthorizationGrantEnabled() {
        return false;
    }

    /** Tokens of the brokered login are health professionals' personal data: they are not kept. */
    @Override
    public Boolean isStoreToken() {
        return false;
    }

    @Override
    public boolean isStoreTokenInSession() {
        return false;
    }

    /** Pro Santé Connect has no reliable e-mail claim. */
    @Override
    public Boolean isTrustEmail() {
        return false;
    }
}
