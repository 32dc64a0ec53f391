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

    private final URI uri;
    private final AtomicBoolean claimed = new AtomicBoolean();
    private volatile Optional<RevocationList> list = Optional.empty();
    private volatile Optional<CrlFetcher.Fetched> previous = Optional.empty();
    private volatile Optional<String> problem = Optional.empty();
    private volatile boolean tried;
    private volatile Instant due = Instant.EPOCH;

    CrlSource(URI uri) {
        this.uri = uri;
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

    boolean tried() {
        return tried;
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
            listener.failed(uri, told);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            release();
        }
    }

    /** An older list that is served again must not bring a revoked card back. */
    private RevocationList notOlder(RevocationList fetched) throws CrlException {
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
