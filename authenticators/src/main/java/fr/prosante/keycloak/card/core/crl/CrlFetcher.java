package fr.prosante.keycloak.card.core.crl;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Gets the bytes of a list, over http or from a file, with bounds on size and time. */
final class CrlFetcher {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(60);
    private static final int LARGEST = 128 * 1024 * 1024;

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What came, with the validators for the next conditional request; no body means « not modified ». */
    record Fetched(Optional<byte[]> body, Optional<String> etag, Optional<String> lastModified) {}

    Fetched fetch(URI uri, Optional<Fetched> previous) throws CrlException, InterruptedException {
        try {
            return uri.getScheme().equals("file") ? file(Path.of(uri)) : http(uri, previous);
        } catch (IOException e) {
            throw new CrlException("cannot be fetched: " + e.getClass().getSimpleName(), e);
        }
    }

    private static Fetched file(Path path) throws IOException, CrlException {
        if (Files.size(path) > LARGEST) {
            throw new CrlException("too large");
        }
        return new Fetched(Optional.of(Files.readAllBytes(path)), Optional.empty(), Optional.empty());
    }

    private Fetched http(URI uri, Optional<Fetched> previous) throws IOException, CrlException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(WHOLE);
        previous.flatMap(Fetched::etag).ifPresent(etag -> request.header("If-None-Match", etag));
        previous.flatMap(Fetched::lastModified).ifPresent(date -> request.header("If-Modified-Since", date));
        HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            return switch (response.statusCode()) {
                case 200 ->
                    new Fetched(
                            Optional.of(read(body)),
                            response.headers().firstValue("ETag"),
                            response.headers().firstValue("Last-Modified"));
                case 304 ->
                    previous.map(before -> new Fetched(Optional.empty(), before.etag(), before.lastModified()))
                            .orElseThrow(() -> new CrlException("not modified since never"));
                default -> throw new CrlException("status " + response.statusCode());
            };
        }
    }

    private static byte[] read(InputStream body) throws IOException, CrlException {
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw new CrlException("too large");
        }
        return bytes;
    }
}
