package fr.prosante.keycloak.e2e.browser;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a page leads of its own after a while. */
public record Later(URI address, Duration delay) {

    private static final Pattern REFRESH = Pattern.compile("(\\d+);\\s*url=(.+)");

    static Optional<Later> of(URI page, String refresh) {
        return Optional.of(REFRESH.matcher(refresh))
                .filter(Matcher::matches)
                .map(found ->
                        new Later(page.resolve(found.group(2)), Duration.ofSeconds(Long.parseLong(found.group(1)))));
    }

    URI awaited() {
        return CompletableFuture.supplyAsync(
                        () -> address, CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS))
                .join();
    }
}
