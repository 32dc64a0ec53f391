package fr.prosante.keycloak.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.psc.core.Environment;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PscConfigTest {

    @TempDir
    private Path directory;

    private PscConfig config(Map<String, String> values) {
        PscConfig config = new PscConfig(new CertificateFiles(directory));
        config.setAlias("psc");
        Map<String, String> all = new HashMap<>(Map.of("clientId", "service", "clientSecret", "secret"));
        all.putAll(values);
        config.setConfig(all);
        return config;
    }

    private List<String> problems(Map<String, String> values) {
        return PscConfigCheck.problems(config(values), new CertificateFiles(directory));
    }

    @Test
    void theDefaultsAreProductionAndGood() {
        PscConfig config = config(Map.of());

        assertThat(problems(Map.of())).isEmpty();
        assertThat(config.environment()).isEqualTo(Environment.PRODUCTION);
        assertThat(config.getIssuer()).isEqualTo("https://auth.esw.esante.gouv.fr/auth/realms/esante-wallet");
        assertThat(config.getAuthorizationUrl()).isEqualTo("https://wallet.esw.esante.gouv.fr/auth");
        assertThat(config.getTokenUrl()).isEqualTo(config.getIssuer() + "/protocol/openid-connect/token");
    }

    @Test
    void whatIsStoredBesideAPresetCannotSendTokensElsewhere() {
        PscConfig config = config(Map.of(
                "environment", "sandbox",
                "tokenUrl", "https://evil.example/token",
                "validateSignature", "false",
                "storeToken", "true"));

        assertThat(config.getTokenUrl()).startsWith("https://auth.bas.psc.esante.gouv.fr/");
        assertThat(config.isValidateSignature()).isTrue();
        assertThat(config.isStoreToken()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "environment | staging",
                "clientId | ''",
                "clientSecret | ''",
                "clientProof | magic",
                "clientProof | tls-client-auth",
                "defaultScope | scope_all",
                "acrMinimum | gold",
                "acrOrder | eidas1 eidas1",
                "acrUnknown | maybe",
                "allowedClockSkew | 31",
                "timeout | 0",
                "clientCertificate | absent.pem",
                "clientCertificate | ../keycloak.conf",
                "clientCertificate | /etc/passwd",
                "clientCertificatePassword | sésame",
            })
    void oneWrongSettingIsTold(String name, String value) {
        assertThat(problems(Map.of(name, value))).isNotEmpty();
    }

    @Test
    void allProblemsAreToldAtOnce() {
        PscConfig config = config(
                Map.of("environment", "custom", "allowedClockSkew", "300", "acrMinimum", "gold", "clientId", ""));

        assertThatThrownBy(() -> config.validate(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clientId")
                .hasMessageContaining("allowedClockSkew")
                .hasMessageContaining("acrMinimum")
                .hasMessageContaining("tokenUrl")
                .hasMessageContaining("issuer");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://psc.example/token", "ftp://psc.example", "psc", "https://", "https:// x"})
    void customAddressesAreHttps(String address) {
        assertThat(problems(custom(address))).anyMatch(problem -> problem.startsWith("tokenUrl"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://psc.example/token", "http://localhost:8080/token", "http://127.0.0.1/token"})
    void orOnTheLoopback(String address) {
        assertThat(problems(custom(address))).isEmpty();
    }

    private static Map<String, String> custom(String tokenUrl) {
        return Map.of(
                "environment", "custom",
                "issuer", "https://psc.example",
                "authorizationUrl", "https://psc.example/auth",
                "tokenUrl", tokenUrl,
                "userInfoUrl", "https://psc.example/userinfo",
                "jwksUrl", "https://psc.example/certs");
    }

    @Test
    void aFileInWhichThereIsNoCertificateIsTold() throws IOException {
        Files.writeString(directory.resolve("psc.pem"), "x");

        assertThat(problems(Map.of("clientCertificate", "psc.pem")))
                .containsExactly("clientCertificate: there is no private key in the PEM file");
    }

    @Test
    void aCertificateIsAFileOfTheDirectoryOrInTheVault() throws IOException {
        Files.writeString(directory.resolve("psc.pem"), "x");

        assertThat(problems(Map.of(
                        "clientCertificate", "psc.pem",
                        "clientCertificatePassword", "${vault.psc-password}",
                        "clientProof", "tls-client-auth",
                        "clientSecret", "")))
                .isEmpty();
        assertThat(problems(Map.of(
                        "clientCertificate", "${vault.psc}", "clientCertificatePassword", "${vault.psc-password}")))
                .isEmpty();
    }
}
