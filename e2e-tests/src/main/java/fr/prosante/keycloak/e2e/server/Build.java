package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.testbed.server.KeycloakServer;
import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What the build made and where, told by the system properties {@code prosante.root} and {@code prosante.version}. */
public final class Build {

    private Build() {}

    /** Root folder of the project. */
    public static Path root() {
        return Path.of(property("prosante.root"));
    }

    /** A file or folder of this test run. */
    static Path target(String name) {
        return root().resolve("e2e-tests/target").resolve(name);
    }

    public static Path providerJar() {
        return jar("authenticators", "keycloak-pro-sante");
    }

    public static Path themeJar() {
        return jar("themes", "keycloak-pro-sante-theme");
    }

    /** The realm and the command that brings a live one up to date. */
    static Path realmJar() {
        return jar("realm-export", "keycloak-pro-sante-realm");
    }

    public static String version() {
        return property("prosante.version");
    }

    /** A server with the bundle in, not yet started. */
    public static KeycloakServerBuilder keycloak() {
        return KeycloakServer.builder().root(root()).provider(providerJar()).provider(themeJar());
    }

    public static Path exportedRealm() {
        return root().resolve("realm-export/pro-sante-realm.json");
    }

    private static Path jar(String module, String artifact) {
        var jar = root().resolve(module).resolve("target").resolve(artifact + "-" + version() + ".jar");
        if (!Files.exists(jar)) {
            throw new IllegalStateException(jar + " is missing: run ./test.sh, or Maven with the phase \"verify\"");
        }
        return jar;
    }

    private static String property(String name) {
        return Optional.ofNullable(System.getProperty(name))
                .orElseThrow(() -> new IllegalStateException(
                        "The system property " + name + " is not set: run Maven with the profile \"e2e\""));
    }
}
