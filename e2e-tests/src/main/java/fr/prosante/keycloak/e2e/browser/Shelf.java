package fr.prosante.keycloak.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Pages that lie in a folder, opened as if a server had sent them. */
public final class Shelf implements AutoCloseable {

    private static final String HOST = "https://pages.test";

    private final BrowserContext context;
    private final Page tab;
    private final Path folder;
    private final Map<String, Path> roots;

    /** @param roots where an address that begins so is found; everything else is in the folder */
    public Shelf(Chromium chromium, Path folder, Map<String, Path> roots) {
        this.folder = folder;
        this.roots = Map.copyOf(roots);
        this.context = chromium.context(new Browser.NewContextOptions());
        this.tab = context.newPage();
        // Who wants to carry the browser on stays where he is: "no content" is no page to go to.
        context.addInitScript("HTMLFormElement.prototype.submit = () => {};");
        context.route("**", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        context.route(HOST + "/**", this::answer);
        Violations.areTold(context);
    }

    /** @throws IllegalStateException if nothing was rendered */
    public static List<String> names(Path folder) {
        var files = folder.toFile().list((where, name) -> name.endsWith(".html"));
        if (files == null || files.length == 0) {
            throw new IllegalStateException(folder + " is empty: run Maven without -DskipTests once");
        }
        var names = new ArrayList<>(List.of(files));
        names.sort(null);
        return names;
    }

    /** The page of that file name. */
    public Page open(String name) {
        tab.navigate(HOST + "/" + name);
        return tab;
    }

    private void answer(Route route) {
        var path = route.request().url().substring(HOST.length()).replaceFirst("[?#].*", "");
        var file = roots.entrySet().stream()
                .filter(root -> path.startsWith(root.getKey()))
                .map(root ->
                        root.getValue().resolve(path.substring(root.getKey().length())))
                .findFirst()
                .orElse(folder.resolve(path.substring(1)));
        if (Files.isRegularFile(file)) {
            route.fulfill(new Route.FulfillOptions()
                    .setPath(file)
                    .setContentType(type(file.toString().toLowerCase(Locale.ROOT))));
        } else {
            route.fulfill(new Route.FulfillOptions().setStatus(204));
        }
    }

    private static String type(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css";
            case "js" -> "text/javascript";
            case "svg" -> "image/svg+xml";
            default -> "application/octet-stream";
        };
    }

    @Override
    public void close() {
        context.close();
    }
}
