package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.psc.core.AcrPolicy.Treatment;
import fr.prosante.keycloak.psc.core.Environment;
import java.util.List;
import java.util.regex.Pattern;

/** The settings of one instance of the identity provider. */
final class PscOptions {

    private static final String OWNER = "proSantePsc";
    private static final Pattern ANY_LINE = Pattern.compile("\\P{Cntrl}*");

    static final Option<Environment> ENVIRONMENT = Option.choice(OWNER, "environment", Environment.PRODUCTION);

    static final Option<String> ISSUER = line("issuer");
    static final Option<String> AUTHORIZATION_URL = line("authorizationUrl");
    static final Option<String> TOKEN_URL = line("tokenUrl");
    static final Option<String> USERINFO_URL = line("userInfoUrl");
    static final Option<String> KEYS_URL = line("jwksUrl");
    static final Option<String> LOGOUT_URL = line("logoutUrl");

    static final Option<ClientProof> CLIENT_PROOF =
            Option.choice(OWNER, "clientProof", ClientProof.CLIENT_SECRET_BASIC);
    /** File name in the server's directory of certificates, or a vault reference. */
    static final Option<String> CERTIFICATE = line("clientCertificate");
    /** A vault reference, or empty: a password in clear would be in every export of the realm. */
    static final Option<String> CERTIFICATE_PASSWORD = line("clientCertificatePassword");

    static final Option<String> SCOPE = line("defaultScope", "openid scope_all");
    static final Option<String> ACR_ASKED = line("acrAsked", "eidas1");
    static final Option<String> ACR_ORDER = line("acrOrder", "eidas1 eidas2 eidas3");
    static final Option<String> ACR_MINIMUM = line("acrMinimum");
    static final Option<Treatment> ACR_ABSENT = Option.choice(OWNER, "acrAbsent", Treatment.LOWEST);
    static final Option<Treatment> ACR_UNKNOWN = Option.choice(OWNER, "acrUnknown", Treatment.REFUSE);

    static final Option<KeyCheck> KEY_CHECK = Option.choice(OWNER, "keyCheck", KeyCheck.TOLERANT);
    static final Option<Integer> CLOCK_SKEW = Option.number(OWNER, "allowedClockSkew", 10, 0, 30);
    /** Seconds that one call to Pro Santé Connect may take. */
    static final Option<Integer> TIMEOUT = Option.number(OWNER, "timeout", 4, 1, 20);

    static final Option<Boolean> ISS_REQUIRED = Option.flag(OWNER, "issRequired", false);
    static final Option<Boolean> LOGOUT = Option.flag(OWNER, "logoutAtPsc", true);
    /** Alias whose links by {@code sub}, made by the former plugin, are taken over; empty: this one's. */
    static final Option<String> LEGACY_ALIAS = line("legacyAlias");

    private PscOptions() {}

    static List<Option<?>> all() {
        return List.of(
                ENVIRONMENT,
                ISSUER,
                AUTHORIZATION_URL,
                TOKEN_URL,
                USERINFO_URL,
                KEYS_URL,
                LOGOUT_URL,
                CLIENT_PROOF,
                CERTIFICATE,
                CERTIFICATE_PASSWORD,
                SCOPE,
                ACR_ASKED,
                ACR_MINIMUM,
                ACR_ORDER,
                ACR_ABSENT,
                ACR_UNKNOWN,
                KEY_CHECK,
                CLOCK_SKEW,
                TIMEOUT,
                ISS_REQUIRED,
                LOGOUT,
                LEGACY_ALIAS);
    }

    private static Option<String> line(String name) {
        return line(name, "");
    }

    private static Option<String> line(String name, String fallback) {
        return Option.text(OWNER, name, fallback, ANY_LINE, "proSanteSettingLine");
    }
}
