package fr.prosante.keycloak.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Commands of this machine. */
public final class Shell {

    private Shell() {}

    /** How a command ended, and all that it said. */
    public record Ended(int status, String output) {}

    public static Ended run(String... command) {
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .directory(Build.root().toFile())
                    .start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(process.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What the command said; it must succeed. */
    public static String succeeds(String... command) {
        var ended = run(command);
        if (ended.status() != 0) {
            throw new IllegalStateException(List.of(command) + " failed:\n" + ended.output());
        }
        return ended.output();
    }
}
