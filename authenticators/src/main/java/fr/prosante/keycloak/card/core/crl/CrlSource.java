package fr.prosante.keycloak.card.core.crl;

import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One address of a list, what came from it last, and when to ask again. Refreshed by one thread, read by many. */
final class CrlSource {

    private static final Duration RETRY = Duration.ofSeconds(60);
    private static final Duration INTERVAL = Duration.ofMinutes(60);
    /** Only looks whether the file changed. */
    private static final Duration INTERVAL_OF_FILES = Duration.ofSeconds(10);
    /** A first list that takes longer does not keep people at the door. */
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private final URI uri;
    private final Instant known;
    private volatile Instant asked;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile Optional<RevocationList> list = Optional.empty();
    private volatile Optional<CrlFetcher.Fetched> previous = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean tried;
    private volatile Instant due = Instant.EPOCH;

    /** @param known since when this address is */
    CrlSource(URI uri, Instant known) {
        this.uri = uri;
        this.known = known;
        this.asked = known;
    }

    URI uri() {
        return uri;
    }

    /** Tells that somebody wants this list. */
    void isAskedFor(Instant now) {
        if (now.isAfter(asked)) {
            asked = now;
        }
    }

    boolean wasAskedForSince(Instant time) {
        return !asked.isBefore(time);
    }

    Optional<RevocationList> list() {
        return list;
    }

    ListState state() {
        Optional<RevocationList> current = list;
        return new ListState(
                uri,
                current.map(known -> known.serials().size()).orElse(0),
                current.map(RevocationList::thisUpdate),
                current.map(RevocationList::nextUpdate),
                problem);
    }

    /** Whether its first list is still on its way and may be there in a moment. */
    boolean isWorthWaiting(Instant now) {
        return !tried && now.isBefore(known.plus(PATIENCE));
    }

    boolean isDue(Instant now) {
        return !now.isBefore(due);
    }

    /** Whether the caller is the one to refresh. */
    boolean claim() {
        return claimed.compareAndSet(false, true);
    }

    void release() {
        claimed.set(false);
    }

    /** Keeps the last good list whatever comes; it answers until its own next update. */
    void refresh(
            CrlFetcher fetcher, Collection<X509Certificate> authorities, Instant now, CrlService.Listener listener) {
        try {
            CrlFetcher.Fetched fetched = fetcher.fetch(uri, list.isPresent() ? previous : Optional.empty());
            if (fetched.body().isPresent()) {
                list = Optional.of(notOlder(CrlParser.parse(fetched.body().get(), authorities, now)));
            }
            previous = Optional.of(new CrlFetcher.Fetched(Optional.empty(), fetched.etag(), fetched.lastModified()));
            problem = Optional.empty();
            due = next(now);
            tried = true;
            if (fetched.body().isPresent()) {
                listener.loaded(state());
            }
        } catch (CrlException | RuntimeException e) {
            String told = e instanceof CrlException
                    ? String.valueOf(e.getMessage())
                    : e.getClass().getSimpleName();
            problem = Optional.of(told);
            due = now.plus(RETRY);
            tried = true;
            listener.failed(state());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** An older list that is served again must not bring a revoked card back. */
    private RevocationList notOlder(RevocationList fetched) throws CrlException {
        if (list.isPresent() && fetched.isOlderThan(list.get())) {
            throw new CrlException("older than the list at hand");
        }
        return fetched;
    }

    private Instant next(Instant now) {
        Instant regular = now.plus("file".equals(uri.getScheme()) ? INTERVAL_OF_FILES : INTERVAL);
        Instant nextUpdate = list.map(RevocationList::nextUpdate)
                .filter(now.plus(RETRY)::isBefore)
                .orElse(now.plus(RETRY));
        return nextUpdate.isBefore(regular) ? nextUpdate : regular;
    }
}
