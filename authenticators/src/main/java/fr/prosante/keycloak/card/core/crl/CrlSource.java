package fr.prosante.keycloak.card.core.crl;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** One address of a list, what came from it last, and when to ask again. Refreshed by one thread, read by many. */
final class CrlSource {

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMinutes(60);

    private final URI uri;
    private volatile Optional<RevocationList> list = Optional.empty();
    private volatile boolean tried;
    private volatile Instant due = Instant.EPOCH;
    private volatile Optional<String> problem = Optional.empty();
    private Optional<CrlFetcher.Fetched> previous = Optional.empty();

    CrlSource(URI uri) {
        this.uri = uri;
    }

    URI uri() {
        return uri;
    }

    Optional<RevocationList> list() {
        return list;
    }

    Optional<String> problem() {
        return problem;
    }

    boolean tried() {
        return tried;
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** Keeps the last good list whatever comes; it answers until its own next update. */
    void refresh(CrlFetcher fetcher, Collection<X509Certificate> authorities, Instant now) throws InterruptedException {
        try {
            CrlFetcher.Fetched fetched = fetcher.fetch(uri, list.isPresent() ? previous : Optional.empty());
            if (fetched.body().isPresent()) {
                list = Optional.of(newer(CrlParser.parse(fetched.body().get(), authorities, now)));
            }
            previous = Optional.of(new CrlFetcher.Fetched(Optional.empty(), fetched.etag(), fetched.lastModified()));
            problem = Optional.empty();
            due = next(now);
        } catch (CrlException e) {
            problem = Optional.ofNullable(e.getMessage());
            due = now.plus(RETRY);
        } finally {
            tried = true;
        }
    }

    /** An older list that is served again must not bring a revoked card back. */
    private RevocationList newer(RevocationList fetched) throws CrlException {
        if (list.isPresent() && fetched.thisUpdate().isBefore(list.get().thisUpdate())) {
            throw new CrlException("older than the list at hand");
        }
        return fetched;
    }

    private Instant next(Instant now) {
        Instant regular = now.plus(INTERVAL);
        Instant nextUpdate = list.map(RevocationList::nextUpdate).orElse(regular);
        Instant soonest = now.plus(RETRY);
        Instant wanted = nextUpdate.isBefore(regular) ? nextUpdate : regular;
        return wanted.isBefore(soonest) ? soonest : wanted;
    }
}
