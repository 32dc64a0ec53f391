package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.ClientIdentity;
import fr.prosante.keycloak.psc.core.Environment;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** All that is wrong with the settings of an instance, one English sentence each. */
final class PscConfigCheck {

    private static final Pattern VAULT = Pattern.compile("\\$\\{vault\\.[^}]+}");
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final PscConfig config;
    private final Map<String, String> values;
    private final List<String> problems = new ArrayList<>();

    private PscConfigCheck(PscConfig config) {
        this.config = config;
        this.values = config.getConfig();
    }

    static List<String> problems(PscConfig config, CertificateFiles files) {
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
            problems.add("clientId: the identifier given by the ANS is missing");
        }
        ClientProof proof = PscOptions.CLIENT_PROOF.value(values);
        if (proof.needsSecret() && isBlank(config.getClientSecret())) {
            problems.add("clientSecret: missing, and clientProof needs it");
        }
        if (proof == ClientProof.TLS_CLIENT_AUTH && config.certificate().isEmpty()) {
            problems.add("clientCertificate: missing, and clientProof is tls-client-auth");
        }
        if (!PscConfig.levels(PscOptions.SCOPE.value(values)).contains("openid")) {
            problems.add("defaultScope: openid is missing");
        }
    }

    private void certificate(CertificateFiles files) {
        config.certificatePassword()
                .filter(password -> !isVaultReference(password))
                .ifPresent(clear -> problems.add("clientCertificatePassword: a vault reference ${vault.…} is expected,"
                        + " because a password in clear would be stored in the realm"));
        config.certificate()
                .filter(reference -> !isVaultReference(reference))
                .flatMap(name -> files.problem(name).or(() -> unusable(files, name)))
                .ifPresent(problem -> problems.add("clientCertificate: " + problem));
    }

    /** Without a password only: one is in the vault, which is open to logins and not to a check of settings. */
    private Optional<String> unusable(CertificateFiles files, String name) {
        if (config.certificatePassword().isPresent()) {
            return Optional.empty();
        }
        try {
            ClientIdentity.read(files.read(name), new char[0]);
            return Optional.empty();
        } catch (GeneralSecurityException | IOException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    private void levels() {
        List<String> order = PscConfig.levels(PscOptions.ACR_ORDER.value(values));
        if (order.stream().distinct().count() != order.size()) {
            problems.add("acrOrder: a level appears twice");
        }
        String minimum = PscOptions.ACR_MINIMUM.value(values).trim();
        if (!minimum.isEmpty() && !order.contains(minimum)) {
            problems.add("acrMinimum: one of " + String.join(", ", order) + " is expected, or nothing");
        }
    }

    private void addresses() {
        if (config.environment() != Environment.CUSTOM) {
            return;
        }
        Environment.Endpoints endpoints = config.endpoints();
        address(PscOptions.ISSUER.name(), endpoints.issuer());
        address(PscOptions.AUTHORIZATION_URL.name(), endpoints.authorization());
        address(PscOptions.TOKEN_URL.name(), endpoints.token());
        address(PscOptions.USERINFO_URL.name(), endpoints.userinfo());
        address(PscOptions.KEYS_URL.name(), endpoints.keys());
        if (!endpoints.logout().isBlank()) {
            address(PscOptions.LOGOUT_URL.name(), endpoints.logout());
        }
    }

    private void address(String name, String value) {
        if (value.isBlank()) {
            problems.add(name + ": missing, and environment is custom");
            return;
        }
        try {
            URI uri = new URI(value);
            String host = Optional.ofNullable(uri.getHost()).orElse("");
            boolean secure = "https".equals(uri.getScheme()) && !host.isEmpty();
            if (!secure && !("http".equals(uri.getScheme()) && LOOPBACK.contains(host))) {
                problems.add(name + ": an https address is expected");
            }
        } catch (URISyntaxException malformed) {
            problems.add(name + ": not an address");
        }
    }

    private static boolean isBlank(String text) {
        return text == null || text.isBlank();
    }
}
