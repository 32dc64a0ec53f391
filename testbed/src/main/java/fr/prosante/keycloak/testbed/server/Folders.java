package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Trees of files. */
final class Folders {
    private Folders() {}

    /** Libraries are hard links, what a server may write into is copied. Source and target are on one file system. */
    static void link(Path source, Path target) throws IOException {
        Files.walkFileTree(source, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
                Files.createDirectories(target.resolve(source.relativize(folder)));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path relative = source.relativize(file);
                if (relative.startsWith("lib") || relative.startsWith("providers")) {
                    Files.createLink(target.resolve(relative), file);
                } else {
                    Files.copy(file, target.resolve(relative));
                }
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Deletes all but the folders that changed last. */
    static void keepNewest(Path parent, int count) throws IOException {
        List<Path> newestFirst;
        try (Stream<Path> folders = Files.list(parent)) {
            newestFirst = folders.filter(Files::isDirectory)
                    .sorted(Comparator.comparing(
                                    (Path folder) -> folder.toFile().lastModified())
                            .reversed())
                    .toList();
        }
        for (Path folder : newestFirst.subList(Math.min(count, newestFirst.size()), newestFirst.size())) {
            delete(folder);
        }
    }

    /** As {@link #delete}, for use without checked exceptions. */
    static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> tree = Files.walk(folder)) {
            deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.deleteIfExists(path);
        }
    }
}
