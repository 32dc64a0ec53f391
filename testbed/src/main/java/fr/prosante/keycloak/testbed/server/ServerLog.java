package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** What a server wrote, in a file that stays after it. */
public final class ServerLog {
    private final Path file;

    ServerLog(Path file) {
        this.file = file;
    }

    public Path file() {
        return file;
    }

    public String text() {
        try {
            return Files.exists(file) ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    /** The lines that contain the text. */
    public List<String> lines(String text) {
        return text().lines().filter(line -> line.contains(text)).toList();
    }

    /** Place in the log to read on from, for {@link #since(int)}. */
    public int mark() {
        return lines().size();
    }

    public List<String> since(int mark) {
        List<String> lines = lines();
        return lines.subList(Math.min(mark, lines.size()), lines.size());
    }

    /** Waits for a line after the mark; empty when the time is over. */
    public Optional<String> await(int mark, Predicate<String> line, Duration atMost) {
        Instant end = Instant.now().plus(atMost);
        while (true) {
            Optional<String> found = since(mark).stream().filter(line).findFirst();
            if (found.isPresent() || Instant.now().isAfter(end)) {
                return found;
            }
            Pause.millis(50);
        }
    }

    String tail(int count) {
        List<String> lines = lines();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    }
}
