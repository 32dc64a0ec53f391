package fr.prosante.keycloak.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Where the project keeps what the testbed starts. */
public record Project(Path root) {
    public Project {
        root = root.toAbsolutePath().normalize();
    }

    /** From the system property {@code prosante.root}, else the folder above that holds {@code testbed}. */
    public static Project find() {
        String given = System.getProperty("prosante.root");
        if (given != null) {
            return new Project(Path.of(given));
        }
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("testbed"))) {
            Path parent = folder.getParent();
            if (parent == null) {
                throw new IllegalStateException(
                        "Not inside the project: " + Path.of("").toAbsolutePath());
            }
            folder = parent;
        }
        return new Project(folder);
    }

    /** {@code testbed/target}, where everything that is made goes. */
    public Path target() {
        return root.resolve("testbed/target");
    }

    public Path realm() {
        return root.resolve("realm-export/pro-sante-realm.json");
    }

    /** The provider and theme jars, as far as they are built. */
    public List<Path> jars() {
        return Stream.of(
                        newest("authenticators/target", "keycloak-pro-sante-[0-9][^-]*(-SNAPSHOT)?\\.jar"),
                        newest("themes/target", "keycloak-pro-sante-theme-[0-9][^-]*(-SNAPSHOT)?\\.jar"))
                .flatMap(List::stream)
                .toList();
    }

    private List<Path> newest(String folder, String name) {
        Path place = root.resolve(folder);
        if (!Files.isDirectory(place)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(place)) {
            return files
                    .filter(file -> file.getFileName().toString().matches(name))
                    .max(Comparator.comparing(Path::toString))
                    .stream()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
