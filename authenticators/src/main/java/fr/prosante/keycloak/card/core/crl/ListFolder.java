package fr.prosante.keycloak.card.core.crl;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A folder that somebody fills with lists, where the server has no way to their publishers. */
record ListFolder(Path path) {

    static boolean is(URI uri) {
        return "file".equals(uri.getScheme()) && Files.isDirectory(Path.of(uri));
    }

    static ListFolder of(URI uri) {
        return new ListFolder(Path.of(uri));
    }

    boolean holds(URI uri) {
        return "file".equals(uri.getScheme()) && path.equals(Path.of(uri).getParent());
    }

    /** Its files named {@code *.crl}, DER as they are published; none while it cannot be read. */
    List<URI> lists() {
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.toString().endsWith(".crl"))
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(Path::toUri)
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of();
        }
    }
}
