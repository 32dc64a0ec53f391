package fr.prosante.keycloak.e2e.browser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Calls a server on loopback without TLS, from an address and with headers of his choice, {@code Host} included. */
public final class Caller {

    private static final Pattern LOCATION = Pattern.compile("(?im)^location: (\\S+)");

    private final InetAddress own;

    private Caller(InetAddress own) {
        this.own = own;
    }

    /** @param address of loopback, for example {@code 127.0.0.2} */
    public static Caller from(String address) {
        try {
            return new Caller(InetAddress.getByName(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Head and body, as they came. */
    public record Reply(String text) {

        public int status() {
            return Integer.parseInt(text.substring(9, 12));
        }

        public Optional<URI> location() {
            var line = LOCATION.matcher(text);
            return line.find() ? Optional.of(URI.create(line.group(1))) : Optional.empty();
        }
    }

    public Reply get(URI server, String pathAndQuery, Map<String, String> headers) {
        var request = new StringBuilder("GET " + pathAndQuery + " HTTP/1.1\r\nConnection: close\r\n");
        headers.forEach(
                (name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        try (var socket = new Socket(InetAddress.getByName(server.getHost()), server.getPort(), own, 0)) {
            socket.getOutputStream().write(request.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            return new Reply(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
