package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.config.Problem;
import fr.prosante.keycloak.psc.core.ClientIdentity;
import fr.prosante.keycloak.psc.core.Environment;
import fr.prosante.keycloak.psc.core.UnusableIdentity;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All that is wrong with the settings of an instance. */
final class PscConfigCheck {

    /** Keycloak's labels. */
    private static final String CLIENT_ID = "clientId";

    private static final String CLIENT_SECRET = "clientSecret";
    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final PscConfig config;
    private final Map<String, String> values;
    private final List<Problem> problems = new ArrayList<>();

    private PscConfigCheck(PscConfig config) {
        this.config = config;
        this.values = config.getConfig();
    }

    static List<Problem> problems(PscConfig config, CertificateFiles files) {
        PscConfigCheck check = new PscConfigCheck(config);
        PscOptions.all().forEach(option -> option.problem(check.values).ifPresent(check.problems::add));
        check.client();
        check.certificate(files);
        check.levels();
        check.addresses();
        return List.copyOf(check.problems);
    }

    static boolean isVaultReference(String text) {
        return VAULT.matcher(text).matches();
    }

    private void client() {
        if (isBlank(config.getClientId())) {
            tell("proSantePscWrongClientId", CLIENT_ID);
        }
        ClientProof proof = PscOptions.CLIENT_PROOF.value(values);
        if (proof.needsSecret() && isBlank(config.getClientSecret())) {
            tell("proSantePscWrongSecret", CLIENT_SECRET, PscOptions.CLIENT_PROOF.labelKey());
        }
        if (proof == ClientProof.TLS_CLIENT_AUTH && config.certificate().isEmpty()) {
            tell(
                    "proSantePscWrongNoCertificate",
                    PscOptions.CERTIFICATE.labelKey(),
                    PscOptions.CLIENT_PROOF.labelKey());
        }
        if (!PscConfig.levels(PscOptions.SCOPE.value(values)).contains("openid")) {
            tell("proSantePscWrongScope", PscOptions.SCOPE.labelKey());
        }
    }

    private void certificate(CertificateFiles files) {
        config.certificatePassword()
                .filter(password -> !isVaultReference(password))
                .ifPresent(clear ->
                        tell("proSantePscWrongPassword", PscOptions.CERTIFICATE_PASSWORD.labelKey(), "${vault.…}"));
        config.certificate()
                .filter(reference -> !isVaultReference(reference))
                .flatMap(name -> files.problem(name).or(() -> unusable(files, name)))
                .ifPresent(messageKey -> tell(messageKey, PscOptions.CERTIFICATE.labelKey()));
    }

    /** Without a password only: one is in the vault, which is open to logins and not to a check of settings. */
    private Optional<String> unusable(CertificateFiles files, String name) {
        if (config.certificatePassword().isPresent()) {
            return Optional.empty();
        }
        try {
            ClientIdentity.read(files.read(name), new char[0]);
            return Optional.empty();
        } catch (UnusableIdentity unusable) {
            return Optional.of(unusable.messageKey());
        } catch (IOException e) {
            return Optional.of(CertificateFiles.UNREADABLE);
        }
    }

    private void levels() {
        List<String> order = PscConfig.levels(PscOptions.ACR_ORDER.value(values));
        if (order.stream().distinct().count() != order.size()) {
            tell("proSantePscWrongLevelTwice", PscOptions.ACR_ORDER.labelKey());
        }
        String minimum = PscOptions.ACR_MINIMUM.value(values).trim();
        if (!minimum.isEmpty() && !order.contains(minimum)) {
            tell("proSantePscWrongMinimum", PscOptions.ACR_MINIMUM.labelKey(), String.join(", ", order));
        }
    }

    private void addresses() {
        if (config.environment() != Environment.CUSTOM) {
            return;
        }
        Environment.Endpoints endpoints = config.endpoints();
        address(PscOptions.ISSUER, endpoints.issuer());
        address(PscOptions.AUTHORIZATION_URL, endpoints.authorization());
        address(PscOptions.TOKEN_URL, endpoints.token());
        address(PscOptions.USERINFO_URL, endpoints.userinfo());
        address(PscOptions.KEYS_URL, endpoints.keys());
        if (!endpoints.logout().isBlank()) {
            address(PscOptions.LOGOUT_URL, endpoints.logout());
        }
    }

    private void address(Option<String> option, String value) {
        if (value.isBlank()) {
            tell("proSantePscWrongNoAddress", option.labelKey(), PscOptions.ENVIRONMENT.labelKey());
        } else if (!isSecure(value)) {
            tell("proSanteSettingHttps", option.labelKey());
        }
    }

    private static boolean isSecure(String address) {
        try {
            URI uri = new URI(address);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean secure = "https".equals(uri.getScheme()) && !host.isEmpty();
            return secure || ("http".equals(uri.getScheme()) && LOOPBACK.contains(host));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }

    private void tell(String messageKey, String... parameters) {
        problems.add(Problem.of(messageKey, parameters));
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
