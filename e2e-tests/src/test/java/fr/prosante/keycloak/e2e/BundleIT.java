package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.server.Build;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is installed. */
@Story
final class BundleIT {

    private static final Pattern PROVIDED = Pattern.compile(
            "<groupId>([^<]*)</groupId>\\s*<artifactId>([^<]*)</artifactId>\\s*<scope>provided</scope>");

    /** It is measured at 623 kB: 337 classes of our own, the authorities of IGC-Santé, the code tables, two languages. */
    private static final int LARGEST_JAR = 640 * 1000;

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

    /** Of JSpecify only annotations are used, which are gone when the server runs. */
    @Test
    void isCompiledAgainstTheVersionsThatTheServerShips(World world) throws IOException {
        var parent = Files.readString(Build.root().resolve("pom.xml"));
        var used = PROVIDED.matcher(Files.readString(Build.root().resolve("authenticators/pom.xml")))
                .results()
                .filter(dependency -> !dependency.group(1).equals("org.jspecify"))
                .toList();
        var shipped = shippedBy(world.testbed().keycloak());

        assertThat(used).isNotEmpty().allSatisfy(dependency -> {
            var pinned = Pattern.compile("<groupId>%s</groupId>\\s*<artifactId>%s</artifactId>\\s*<version>([^<]*)"
                            .formatted(dependency.group(1), dependency.group(2)))
                    .matcher(parent);
            assertThat(pinned.find()).isTrue();
            var version = pinned.group(1).replace("${version.keycloak}", keycloak(parent));
            assertThat(shipped).contains(dependency.group(1) + "." + dependency.group(2) + "-" + version + ".jar");
        });
    }

    private static String keycloak(String parent) {
        var version = Pattern.compile("<version.keycloak>([^<]*)").matcher(parent);
        assertThat(version.find()).isTrue();
        return version.group(1);
    }

    private static List<String> shippedBy(KeycloakServer server) throws IOException {
        try (var files = Files.walk(server.home().resolve("lib/lib"))) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void theThemeJarHoldsNoCode() throws IOException {
        try (var jar = new JarFile(Build.themeJar().toFile())) {
            assertThat(jar.stream().map(JarEntry::getName)).noneMatch(name -> name.endsWith(".class"));
        }
    }
}
