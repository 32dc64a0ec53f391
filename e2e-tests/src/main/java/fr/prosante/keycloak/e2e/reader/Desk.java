package fr.prosante.keycloak.e2e.reader;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Playwright;
import fr.prosante.keycloak.e2e.browser.People;
import fr.prosante.keycloak.e2e.browser.Person;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.server.WatchedProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Somebody's desk: a screen, a keyboard, and the system's Chromium with its own windows, which finds the card by way of
 * NSS. The certificate is chosen by the browser where there is only one to choose; the code porteur is typed.
 */
public final class Desk implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path folder;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Hand hand;
    private final Person person;

    /**
     * @param serverCa that the browser trusts
     * @param doors where a card may be shown, as Chromium's content settings write it
     */
    public Desk(Path parent, X509Certificate serverCa, String doors, People people) {
        try {
            folder = Files.createTempDirectory(Files.createDirectories(parent), "desk-");
            var screen = Map.of("DISPLAY", screen(), "LANG", "C.UTF-8", "HOME", folder.toString());
            knowsCards(serverCa);
            hand = opened(new Hand(screen));
            person = people.sitsAt(chromium(screen, doors));
        } catch (IOException e) {
            close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    public Person person() {
        return person;
    }

    /** From now on, when asked for the code: these one after the other, the last for as long as it is asked for. */
    public Person typesWhenAsked(String... codes) {
        hand.types(List.of(codes));
        return person;
    }

    /** From now on, closes the window that asks for the code. */
    public Person cancelsWhenAsked() {
        hand.cancels();
        return person;
    }

    /** How many windows asked for the code so far. */
    public int timesAsked() {
        return hand.windows();
    }

    private String screen() {
        var log = folder.resolve("screen.log");
        opened(WatchedProcess.start(
                List.of("Xvfb", "-displayfd", "1", "-screen", "0", "1200x900x24", "-nolisten", "tcp"), Map.of(), log));
        return ":"
                + awaited(() ->
                        lines(log).stream().filter(line -> line.matches("\\d+")).findFirst());
    }

    private void knowsCards(X509Certificate serverCa) throws IOException {
        var database = Files.createDirectories(folder.resolve(".pki/nssdb"));
        var place = "sql:" + database;
        var ca = Pem.write(folder.resolve("ca.pem"), Pem.certificate(serverCa));
        Tool.run(List.of("certutil", "-N", "-d", place, "--empty-password"));
        Tool.run(List.of("certutil", "-A", "-d", place, "-n", "ca", "-t", "CT,C,C", "-i", ca.toString()));
        Tool.run(
                List.of("modutil", "-dbdir", place, "-add", "CPS", "-libfile", VirtualCps.MODULE.toString(), "-force"));
    }

    private com.microsoft.playwright.BrowserContext chromium(Map<String, String> screen, String doors)
            throws IOException {
        var profile = folder.resolve("profile");
        Files.createDirectories(profile.resolve("Default"));
        Files.writeString(profile.resolve("Default/Preferences"), """
                {"profile":{"content_settings":{"exceptions":{"auto_select_certificate":
                {"DOORS,*":{"setting":{"filters":[{}]}}}}}}}
                """.replace("DOORS", doors));
        opened(WatchedProcess.start(
                List.of(
                        "chromium",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync",
                        "--no-first-run",
                        "--accept-lang=fr-FR",
                        "--user-data-dir=" + profile,
                        "--remote-debugging-port=0",
                        "about:blank"),
                screen,
                folder.resolve("chromium.log")));
        var port = awaited(
                () -> lines(profile.resolve("DevToolsActivePort")).stream().findFirst());
        var playwright = opened(Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))));
        return playwright
                .chromium()
                .connectOverCDP("http://127.0.0.1:" + port)
                .contexts()
                .get(0);
    }

    private static String awaited(java.util.concurrent.Callable<Optional<String>> line) {
        return await().atMost(PATIENCE).until(line, Optional::isPresent).orElseThrow();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private <T extends AutoCloseable> T opened(T part) {
        running.push(part);
        return part;
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                System.err.println("A part of the desk did not close: " + e.getMessage());
            }
        }
    }
}
