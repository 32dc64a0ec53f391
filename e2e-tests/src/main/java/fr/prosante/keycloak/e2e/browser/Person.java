package fr.prosante.keycloak.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.Tracing;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Somebody at a tab of a browser; pages are looked at through {@link #sees}. */
public final class Person implements AutoCloseable {

    private static final double PATIENCE_MS = 15_000;

    private final Habits habits;
    private final BrowserContext context;
    private final String portal;
    private final Page tab;
    private final Set<String> addresses = ConcurrentHashMap.newKeySet();

    private Person(Habits habits, BrowserContext context, String portal) {
        this.habits = habits;
        this.context = context;
        this.portal = portal;
        this.tab = context.newPage();
        tab.onRequest(request -> addresses.add(request.url()));
    }

    static Person arrives(Habits habits, BrowserContext context, String portal) {
        context.setDefaultTimeout(PATIENCE_MS);
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
        Violations.areTold(context);
        context.tracing().start(new Tracing.StartOptions().setSnapshots(true));
        return new Person(habits, context, portal);
    }

    public Locale language() {
        return habits.language();
    }

    /** Opens the portal, which sends whoever is not logged in to the login page. */
    public Person opensPortal() {
        tab.navigate(portal);
        return this;
    }

    /** The same with parameters for the login, as an application of its own would send. */
    public Person opensPortalWith(String parameters) {
        tab.navigate(portal + "?" + parameters);
        return this;
    }

    public Person opens(String address) {
        tab.navigate(address);
        return this;
    }

    /** The page in the tab, proved to be the expected one by its constructor. */
    public <P> P sees(Function<Page, P> page) {
        return page.apply(tab);
    }

    /** The same person at another tab: same cookies, same card. */
    public Person anotherTab() {
        return new Person(habits, context, portal);
    }

    /** Does something whose answer sends the browser elsewhere, and catches the address instead of going there. */
    public String catchesAddress(Runnable deed) {
        List<String> caught = new CopyOnWriteArrayList<>();
        context.route("**/login-actions/**", route -> {
            var answer = route.fetch(new Route.FetchOptions().setMaxRedirects(0));
            caught.add(answer.headers().getOrDefault("location", ""));
            route.abort();
        });
        try {
            deed.run();
            tab.waitForCondition(() -> !caught.isEmpty());
        } finally {
            context.unroute("**/login-actions/**");
        }
        return caught.get(0);
    }

    /** Everything that this tab asked for so far: pages, and what dresses them. */
    public Set<URI> addresses() {
        return addresses.stream().map(URI::create).collect(Collectors.toUnmodifiableSet());
    }

    /** Has a device that keeps passkeys and says yes to everything. */
    public Person hasPasskeyDevice() {
        var device = new JsonObject();
        device.addProperty("protocol", "ctap2");
        device.addProperty("transport", "internal");
        device.addProperty("hasResidentKey", true);
        device.addProperty("hasUserVerification", true);
        device.addProperty("isUserVerified", true);
        device.addProperty("automaticPresenceSimulation", true);
        var wish = new JsonObject();
        wish.add("options", device);
        var browser = context.newCDPSession(tab);
        browser.send("WebAuthn.enable");
        browser.send("WebAuthn.addVirtualAuthenticator", wish);
        tab.onDialog(dialog -> dialog.accept());
        return this;
    }

    /** Everything the page says, in the order of reading. */
    public String reads() {
        return tab.locator("main, body").first().innerText();
    }

    /** Keycloak asks before it goes on with a page that was answered already. */
    public Person continuesIfThePageExpired() {
        return clicksIfThere("#loginContinueLink");
    }

    /** Keycloak asks before it follows a mailed link in another browser than the one that asked for it. */
    public Person continuesIfAsked() {
        return clicksIfThere("main a[href*='action-token']");
    }

    private Person clicksIfThere(String selector) {
        tab.waitForLoadState();
        if (tab.locator(selector).count() > 0) {
            tab.locator(selector).first().click();
        }
        return this;
    }

    public Person goesBack() {
        tab.goBack();
        return this;
    }

    public Person refreshes() {
        tab.reload();
        return this;
    }

    public Person forgetsCookies() {
        context.clearCookies();
        return this;
    }

    void keepEvidence(Path folder) {
        try {
            Files.createDirectories(folder);
            var tabs = context.pages();
            for (int i = 0; i < tabs.size(); i++) {
                tabs.get(i)
                        .screenshot(new Page.ScreenshotOptions()
                                .setFullPage(true)
                                .setPath(folder.resolve("tab-" + (i + 1) + ".png")));
                Files.writeString(
                        folder.resolve("tab-" + (i + 1) + ".html"),
                        "<!-- " + tabs.get(i).url() + " -->\n" + tabs.get(i).content());
            }
            context.tracing().stop(new Tracing.StopOptions().setPath(folder.resolve("trace.zip")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (PlaywrightException e) {
            // A tab that cannot be photographed must not hide why the test failed.
            System.err.println("No evidence of " + folder.getFileName() + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        context.close();
    }
}
