package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.testbed.server.KeycloakServerBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The vault of the servers of a story: a folder with a file per secret, as Keycloak's vault of plain files has it. */
public record Vault(Path folder) {

    public Vault {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void openTo(KeycloakServerBuilder server) {
        server.buildOption("vault", "file").option("vault-dir", folder.toString());
    }

    /** What {@code ${vault.<key>}} in a setting of that realm stands for, from now on. */
    public void keeps(String realm, String key, byte[] secret) {
        try {
            Files.write(folder.resolve(written(realm) + "_" + written(key)), secret);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String written(String name) {
        return name.replace("_", "__");
    }
}
