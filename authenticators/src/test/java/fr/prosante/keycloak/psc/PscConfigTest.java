package fr.prosante.keycloak.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.config.AdminTexts;
import fr.prosante.keycloak.config.Problem;
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

    private List<Problem> problems(Map<String, String> values) {
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
                "environment | staging | Environment: one of the following is expected: production, sandbox, custom.",
                "clientId | '' | clientId: the identifier given by the ANS is missing.",
                "clientSecret | '' | clientSecret: a value is missing, which “Proof of the service” needs.",
                "clientProof | magic | Proof of the service: one of the following is expected: client-secret-basic, client-secret-post, tls-client-auth.",
                "clientProof | tls-client-auth | Client certificate: a value is missing, because “Proof of the service” is tls-client-auth.",
                "defaultScope | scope_all | Scopes asked for: openid is missing.",
                "acrMinimum | gold | Lowest level accepted: one of the following is expected, or nothing: eidas1, eidas2, eidas3.",
                "acrOrder | eidas1 eidas1 | Order of the levels: a level appears twice.",
                "acrUnknown | maybe | Level unknown: one of the following is expected: lowest, accept, refuse.",
                "allowedClockSkew | 31 | Clock skew: a whole number from 0 to 30 is expected.",
                "timeout | 0 | Time to answer: a whole number from 1 to 20 is expected.",
                "clientCertificate | absent.pem | Client certificate: there is no readable file of this name in the certificate directory of the server.",
                "clientCertificate | ../keycloak.conf | Client certificate: the name of a file in the certificate directory of the server is expected, without a path.",
                "clientCertificate | /etc/passwd | Client certificate: the name of a file in the certificate directory of the server is expected, without a path.",
                "clientCertificatePassword | sésame | Password of the certificate: a vault reference ${vault.…} is expected, because a password in clear would be stored in the realm.",
                "legacyAlias | a\tb | Alias of the former plugin: a single line of text is expected.",
            })
    void oneWrongSettingIsTold(String name, String value, String sentence) {
        assertThat(AdminTexts.english().tell(problems(Map.of(name, value)))).isEqualTo(sentence);
    }

    @Test
    void allProblemsAreToldAtOnce() {
        PscConfig config = config(
                Map.of("environment", "custom", "allowedClockSkew", "300", "acrMinimum", "gold", "clientId", ""));

        assertThatThrownBy(() -> config.validate(null))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("clientId: ")
                .hasMessageContaining("Clock skew: ")
                .hasMessageContaining("Lowest level accepted: ")
                .hasMessageContaining("Token address: a value is missing, because “Environment” is custom.")
                .hasMessageContaining("Issuer: ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://psc.example/token", "ftp://psc.example", "psc", "https://", "https:// x"})
    void customAddressesAreHttps(String address) {
        assertThat(problems(custom(address))).contains(Problem.of("proSanteSettingHttps", "proSantePscTokenUrlLabel"));
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
                .containsExactly(Problem.of("proSantePscWrongNoKey", "proSantePscClientCertificateLabel"));
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
