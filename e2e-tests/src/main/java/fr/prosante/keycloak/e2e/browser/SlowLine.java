package fr.prosante.keycloak.e2e.browser;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** A tab behind a line of 2 Mb/s with 40 ms latency, on which what crosses it is counted. */
public final class SlowLine {

    private static final int BYTES_PER_SECOND = 250_000;
    private static final int LATENCY_MS = 40;

    private final Page page;
    private final Map<String, Double> received = new HashMap<>();
    private final Set<String> cached = new HashSet<>();
    private final Set<String> asked = new HashSet<>();
    private int redirects;
    private double redirectBytes;

    private SlowLine(Page page) {
        this.page = page;
    }

    /**
     * What a page cost.
     *
     * @param bytes headers and bodies as they were transferred
     * @param requests those that left the browser
     * @param firstPaint first contentful paint, in milliseconds since the navigation began
     */
    public record Cost(double bytes, double requests, double firstPaint) {}

    /** From now on the tab is slow. */
    public static SlowLine of(Page page) {
        var line = new SlowLine(page);
        line.attach(page.context().newCDPSession(page));
        return line;
    }

    /** Opens an address and waits until nothing crosses the line any more. */
    public Cost opens(String address) {
        received.clear();
        cached.clear();
        asked.clear();
        redirects = 0;
        redirectBytes = 0;
        page.navigate(address);
        page.waitForFunction("() => performance.getEntriesByName('first-contentful-paint').length > 0");
        page.waitForLoadState(com.microsoft.playwright.options.LoadState.NETWORKIDLE);
        var paint = page.evaluate("() => performance.getEntriesByName('first-contentful-paint')[0].startTime");
        asked.removeAll(cached);
        var bytes = received.values().stream().mapToDouble(Double::doubleValue).sum() + redirectBytes;
        return new Cost(bytes, asked.size() + redirects, ((Number) paint).doubleValue());
    }

    private void attach(CDPSession tab) {
        tab.on("Network.requestWillBeSent", this::sent);
        tab.on("Network.requestServedFromCache", event -> cached.add(id(event)));
        tab.on("Network.responseReceived", event -> {
            if (event.getAsJsonObject("response").get("fromDiskCache").getAsBoolean()) {
                cached.add(id(event));
            }
        });
        tab.on(
                "Network.loadingFinished",
                event -> received.put(id(event), event.get("encodedDataLength").getAsDouble()));
        tab.send("Network.enable");
        var conditions = new JsonObject();
        conditions.addProperty("offline", false);
        conditions.addProperty("latency", LATENCY_MS);
        conditions.addProperty("downloadThroughput", BYTES_PER_SECOND);
        conditions.addProperty("uploadThroughput", BYTES_PER_SECOND);
        tab.send("Network.emulateNetworkConditions", conditions);
    }

    private void sent(JsonObject event) {
        if (event.getAsJsonObject("request").get("url").getAsString().startsWith("http")) {
            asked.add(id(event));
        }
        if (event.has("redirectResponse")) {
            redirects++;
            redirectBytes += event.getAsJsonObject("redirectResponse")
                    .get("encodedDataLength")
                    .getAsDouble();
        }
    }

    private static String id(JsonObject event) {
        return event.get("requestId").getAsString();
    }
}
