package fr.prosante.keycloak.e2e.reader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Programs that do one thing and end. */
final class Tool {

    private Tool() {}

    /** @throws IllegalStateException if the program says that it failed */
    static void run(List<String> command) {
        var outcome = outcome(command, Map.of());
        if (outcome.status() != 0) {
            throw new IllegalStateException(command + " ended with " + outcome.status() + ":\n" + outcome.output());
        }
    }

    static Outcome outcome(List<String> command, Map<String, String> environment) {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().putAll(environment);
        try {
            var process = builder.start();
            process.getOutputStream().close();
            var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
            return new Outcome(process.exitValue(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Outcome(int status, String output) {}
}
