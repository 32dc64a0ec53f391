package fr.prosante.keycloak.card.core.crl;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Gets a list over http or from a file, with bounds on size and time. It goes through a temporary file, so that its size
 * never counts in the heap. Redirections are not followed: a certificate names its own address.
 */
final class CrlFetcher {

    private final HttpClient client;
    private final ScheduledExecutorService timer;
    private final Duration longest;
    private final long largest;

    /** @param largest in bytes */
    CrlFetcher(ScheduledExecutorService timer, Duration longest, long largest) {
        this.timer = timer;
        this.longest = longest;
        this.largest = largest;
        this.client = HttpClient.newBuilder()
                .connectTimeout(longest.dividedBy(4))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** What came, with the validators for the next conditional request; no body means « not modified ». */
    record Fetched(Optional<ByteBuffer> body, Optional<String> etag, Optional<String> lastModified) {}

    Fetched fetch(URI uri, Optional<Fetched> previous) throws CrlException, InterruptedException {
        try {
            return "file".equals(uri.getScheme()) ? file(Path.of(uri), previous) : http(uri, previous);
        } catch (IOException e) {
            throw new CrlException("cannot be fetched: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Copied as well: whoever replaces the file may write over it while it is read. */
    private Fetched file(Path file, Optional<Fetched> previous) throws IOException, CrlException {
        Optional<String> changed = Optional.of(Files.getLastModifiedTime(file).toString());
        if (previous.isPresent() && previous.get().lastModified().equals(changed)) {
            return new Fetched(Optional.empty(), Optional.empty(), changed);
        }
        try (InputStream content = Files.newInputStream(file)) {
            return new Fetched(Optional.of(download(content)), Optional.empty(), changed);
        }
    }

    private Fetched http(URI uri, Optional<Fetched> previous) throws IOException, CrlException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(longest);
        previous.flatMap(Fetched::etag).ifPresent(etag -> request.header("If-None-Match", etag));
        previous.flatMap(Fetched::lastModified).ifPresent(date -> request.header("If-Modified-Since", date));
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 ->
                    new Fetched(
                            Optional.of(download(body)),
                            response.headers().firstValue("ETag"),
                            response.headers().firstValue("Last-Modified"));
                case 304 ->
                    previous.map(before -> new Fetched(Optional.empty(), before.etag(), before.lastModified()))
                            .orElseThrow(() -> new CrlException("not modified since never"));
                default -> throw new CrlException("status " + response.statusCode());
            };
        }
    }

    /** The time of a request ends with its headers: a body that trickles is cut off by closing it. */
    private ByteBuffer download(InputStream body) throws IOException, CrlException {
        var alarm = timer.schedule(() -> close(body), longest.toMillis(), TimeUnit.MILLISECONDS);
        Path file = Files.createTempFile("pro-sante", ".crl");
        try {
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(body, out);
            }
            if (!alarm.cancel(false)) {
                throw new CrlException("took too long");
            }
            return map(file);
        } finally {
            boolean unused = alarm.cancel(false);
            Files.delete(file);
        }
    }

    private void copy(InputStream body, OutputStream out) throws IOException, CrlException {
        byte[] buffer = new byte[65_536];
        long size = 0;
        for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
            size += read;
            if (size > largest) {
                throw new CrlException("too large");
            }
            out.write(buffer, 0, read);
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static ByteBuffer map(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
        }
    }
}
