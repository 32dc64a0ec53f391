package fr.prosante.keycloak.psc;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The directory of the server in which certificates of instances may lie. Instances name files in it and nothing outside of
 * it: who administers a realm does not thereby read the files of the server.
 */
record CertificateFiles(Path directory) {

    static final String UNREADABLE = "proSantePscWrongUnreadable";

    private static final int LARGEST = 256 * 1024;

    /** The message that says what is wrong with a file name. */
    Optional<String> problem(String name) {
        try {
            Optional<Path> file = inside(name);
            if (file.isEmpty()) {
                return Optional.of("proSantePscWrongFileName");
            }
            return Files.isReadable(file.get()) && Files.size(file.get()) <= LARGEST
                    ? Optional.empty()
                    : Optional.of("proSantePscWrongNoFile");
        } catch (IOException e) {
            return Optional.of(UNREADABLE);
        }
    }

    byte[] read(String name) throws IOException {
        Path file = inside(name).orElseThrow(() -> new IOException("not a name in the directory of certificates"));
        if (Files.size(file) > LARGEST) {
            throw new IOException("larger than any certificate file");
        }
        return Files.readAllBytes(file);
    }

    private Optional<Path> inside(String name) {
        try {
            Path file = directory.resolve(name).normalize();
            return directory.equals(file.getParent()) ? Optional.of(file) : Optional.empty();
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
