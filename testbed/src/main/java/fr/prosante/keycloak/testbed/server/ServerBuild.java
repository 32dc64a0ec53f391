package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * A distribution with providers after {@code kc.sh build}, made once for each (archive, providers, build options) and
 * kept in a folder named by their hash.
 */
final class ServerBuild {
    private static final int KEPT = 4;
    private static final Object ONE_AT_A_TIME = new Object();

    private final Path archive;
    private final List<Path> providers;
    private final Map<String, String> options;

    ServerBuild(Path archive, List<Path> providers, Map<String, String> options) {
        this.archive = archive;
        this.providers = List.copyOf(providers);
        this.options = new TreeMap<>(options);
    }

    /** The folder, built now if it is not there. Several runs may ask at the same time. */
    Path prepare(Path cache) {
        Path home = cache.resolve(hash());
        synchronized (ONE_AT_A_TIME) {
            try {
                Files.createDirectories(cache);
                try (RandomAccessFile lockFile =
                                new RandomAccessFile(cache.resolve("lock").toFile(), "rw");
                        FileLock lock = lockFile.getChannel().lock()) {
                    if (lock.isValid() && !Files.exists(home)) {
                        Path fresh = cache.resolve("new-" + home.getFileName());
                        Folders.delete(fresh);
                        unpack(fresh);
                        build(fresh);
                        Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
                    }
                    Files.setLastModifiedTime(home, FileTime.from(Instant.now()));
                    Folders.keepNewest(cache, KEPT);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("No built server in " + home, e);
            }
        }
        return home;
    }

    private void build(Path home) throws IOException {
        for (Path provider : providers) {
            Files.copy(provider, home.resolve("providers").resolve(provider.getFileName()));
        }
        List<String> command = new ArrayList<>(
                List.of("sh", home.resolve("bin/kc.sh").toAbsolutePath().toString(), "build"));
        options.forEach((name, value) -> command.add("--" + name + "=" + value));
        Path log = home.resolve("build.log");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (!process.waitFor(8, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                throw new IllegalStateException("kc.sh build failed:\n" + new ServerLog(log).tail(40));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Leaves out the archive's top folder. */
    private void unpack(Path home) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String name = entry.getName().substring(entry.getName().indexOf('/') + 1);
                Path target = home.resolve(name).normalize();
                if (!target.startsWith(home)) {
                    throw new IOException("Entry outside of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.copy(zip, target);
                }
            }
        }
    }

    private String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((archive.getFileName() + " " + Files.size(archive) + " " + options)
                    .getBytes(StandardCharsets.UTF_8));
            for (Path provider : providers) {
                digest.update(provider.getFileName().toString().getBytes(StandardCharsets.UTF_8));
                try (InputStream in = new DigestInputStream(Files.newInputStream(provider), digest)) {
                    in.transferTo(java.io.OutputStream.nullOutputStream());
                }
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
