package fr.prosante.keycloak.benchmarks.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A mail relay that keeps the last code for each address and nothing else, as slow as it is told to be. */
public final class Relay implements AutoCloseable {

    private static final Pattern RECIPIENT = Pattern.compile("RCPT TO:<([^>]+)>.*", Pattern.CASE_INSENSITIVE);
    private static final Pattern CODE = Pattern.compile("\\s*(\\d{6})\\s*");

    private final Map<String, String> codes = new ConcurrentHashMap<>();
    private final ServerSocket socket;
    private volatile Duration delay = Duration.ZERO;

    private Relay(ServerSocket socket) {
        this.socket = socket;
    }

    static Relay start() {
        try {
            Relay relay = new Relay(new ServerSocket(0, 200, InetAddress.getLoopbackAddress()));
            daemon("relay", relay::accept);
            return relay;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return socket.getLocalPort();
    }

    /** How long it thinks about each mail before it takes it. */
    public void delay(Duration time) {
        delay = time;
    }

    /** The last code that was mailed there; empty text: none. */
    public String code(String address) {
        return codes.getOrDefault(address, "");
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                Socket client = socket.accept();
                daemon("relay-client", () -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = client.getOutputStream()) {
            client.setTcpNoDelay(true);
            say(out, "220 relay");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                Matcher to = RECIPIENT.matcher(line);
                if (to.matches()) {
                    recipient = to.group(1);
                }
                if (line.equalsIgnoreCase("DATA")) {
                    say(out, "354 go on");
                    Optional<String> code = body(in);
                    TimeUnit.NANOSECONDS.sleep(delay.toNanos());
                    String address = recipient;
                    code.ifPresent(found -> codes.put(address, found));
                }
                say(out, line.equalsIgnoreCase("QUIT") ? "221 bye" : "250 ok");
            }
        } catch (IOException e) {
            // The sender hung up: it had waited long enough.
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Reads the mail to its end; the code stands on a line of its own. */
    private static Optional<String> body(BufferedReader in) throws IOException {
        Optional<String> code = Optional.empty();
        for (String line = in.readLine(); line != null && !line.equals("."); line = in.readLine()) {
            Matcher found = CODE.matcher(line);
            if (code.isEmpty() && found.matches()) {
                code = Optional.of(found.group(1));
            }
        }
        return code;
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    private static void daemon(String name, Runnable work) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        thread.start();
    }
}
