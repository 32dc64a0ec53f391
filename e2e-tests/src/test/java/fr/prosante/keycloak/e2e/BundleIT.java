package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.server.Build;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import java.io.IOException;
import java.nio.file.Files;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is installed. */
@Story
final class BundleIT {

    /** It is measured at 510 kB: 350 classes of our own, the authorities of IGC-Santé, the code tables, two languages. */
    private static final int LARGEST_JAR = 600 * 1024;

    @ParameterizedTest
    @CsvSource({
        "authenticator, pro-sante-login-form",
        "authenticator, pro-sante-email-otp",
        "authenticator, pro-sante-card",
        "authenticator, pro-sante-account",
        "authenticator, pro-sante-reset-choose-user",
        "authenticator, pro-sante-reset-mail",
        "required-action, pro-sante-charter",
        "realm-restapi-extension, pro-sante-card",
        "validator, pro-sante-national-id",
        "protocol-mapper, pro-sante-amr-mapper",
    })
    void theServerKnowsEveryProvider(String spi, String provider, World world) {
        try (var administrator = world.testbed().keycloak().adminClient()) {
            assertThat(administrator
                            .serverInfo()
                            .getInfo()
                            .getProviders()
                            .get(spi)
                            .getProviders())
                    .containsKey(provider);
        }
    }

    @Test
    void theServerTellsTheVersionOfTheBundle(World world) {
        try (var administrator = world.testbed().keycloak().adminClient()) {
            assertThat(administrator
                            .serverInfo()
                            .getInfo()
                            .getProviders()
                            .get("authenticator")
                            .getProviders()
                            .get("pro-sante-login-form")
                            .getOperationalInfo()
                            .values())
                    .contains(Build.version());
        }
    }

    @Test
    void theProviderJarIsSmallAndHoldsNoLibrary() throws IOException {
        assertThat(Files.size(Build.providerJar())).isLessThanOrEqualTo(LARGEST_JAR);
        try (var jar = new JarFile(Build.providerJar().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName).filter(name -> name.endsWith(".class")))
                    .isNotEmpty()
                    .allMatch(name -> name.startsWith("fr/prosante/keycloak/"));
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.endsWith(".jar"));
        }
    }

    @Test
    void theThemeJarHoldsNoCode() throws IOException {
        try (var jar = new JarFile(Build.themeJar().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.endsWith(".class"));
        }
    }
}
