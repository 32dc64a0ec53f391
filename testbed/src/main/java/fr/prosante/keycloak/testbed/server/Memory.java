package fr.prosante.keycloak.testbed.server;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The heap of a virtual machine, in a file until closed. */
public final class Memory implements AutoCloseable {
    private final Path dump;

    private Memory(Path dump) {
        this.dump = dump;
    }

    static Memory of(long pid, Path file) {
        try {
            Files.deleteIfExists(file);
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process process = new ProcessBuilder(jcmd.toString(), String.valueOf(pid), "GC.heap_dump", file.toString())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0 || !Files.exists(file)) {
                throw new IllegalStateException("No heap dump: " + said);
            }
            return new Memory(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** How often the bytes of a text without accents are there, as strings of Java and as bytes. */
    public int count(String ascii) {
        byte[] wanted = ascii.getBytes(StandardCharsets.US_ASCII);
        int found = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(dump), 1 << 20)) {
            for (int next = in.read(); next >= 0; next = in.read()) {
                matched = next == wanted[matched] ? matched + 1 : next == wanted[0] ? 1 : 0;
                if (matched == wanted.length) {
                    found++;
                    matched = 0;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(dump);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
