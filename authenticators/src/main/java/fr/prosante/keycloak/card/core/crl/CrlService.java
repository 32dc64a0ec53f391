package fr.prosante.keycloak.card.core.crl;

import fr.prosante.keycloak.card.core.DistributionPoints;
import fr.prosante.keycloak.card.core.Revocation;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The revocation lists of this node, one copy for all realms. Addresses come from the administrator and from the
 * certificates of cards whose path was validated; background threads fetch them, requests only look.
 */
public final class CrlService implements Revocation, AutoCloseable {

    private static final int MOST_SOURCES = 256;
    /** More than one publisher has lists: while it hangs or is slow, those of others still come. */
    private static final int FETCHERS = 16;

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LARGEST = 128L << 20;

    private final Map<URI, CrlSource> sources = new ConcurrentHashMap<>();
    private final Set<ListFolder> folders = ConcurrentHashMap.newKeySet();
    private final Set<X509Certificate> authorities = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(daemons("timer"));
    private final ExecutorService workers = fetchers();
    private final CrlFetcher fetcher;
    private final Clock clock;
    private final Listener listener;

    /** Is told, from a background thread, of what an address gave. */
    public interface Listener {

        /** A list was loaded and replaces the one before. */
        void loaded(ListState state);

        /** An address gave no usable list; the last good one, if there is any, goes on until its next update. */
        void failed(ListState state);
    }

    public CrlService(Clock clock, Listener listener) {
        this(clock, listener, LONGEST, LARGEST);
    }

    CrlService(Clock clock, Listener listener, Duration longest, long largest) {
        this.clock = clock;
        this.listener = listener;
        this.fetcher = new CrlFetcher(timer, longest, largest);
        var unused = timer.scheduleWithFixedDelay(this::refreshDue, 1, 1, TimeUnit.SECONDS);
    }

    /** They end when there is nothing to fetch for a while. */
    private static ExecutorService fetchers() {
        ThreadPoolExecutor threads = new ThreadPoolExecutor(
                FETCHERS, FETCHERS, 30, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemons("fetch"));
        threads.allowCoreThreadTimeOut(true);
        return threads;
    }

    private static ThreadFactory daemons(String role) {
        return task -> {
            Thread thread = new Thread(task, "pro-sante-crl-" + role);
            thread.setDaemon(true);
            return thread;
        };
    }

    /** Makes authorities known as signers of lists, and fetches the lists that their own certificates name. */
    public void know(Collection<X509Certificate> known) {
        if (authorities.addAll(known)) {
            known.forEach(authority -> DistributionPoints.http(authority).forEach(this::watch));
        }
    }

    /** Fetches a list from now on, http or file; of a folder, every list that is or will be in it. */
    public void watch(URI uri) {
        if (ListFolder.is(uri)) {
            folders.add(ListFolder.of(uri));
            watchFolders();
        } else if (sources.size() < MOST_SOURCES && !sources.containsKey(uri)) {
            CrlSource source = new CrlSource(uri, clock.instant());
            if (sources.putIfAbsent(uri, source) == null) {
                refresh(source);
            }
        }
    }

    private void watchFolders() {
        folders.stream().flatMap(folder -> folder.lists().stream()).forEach(this::watch);
    }

    @Override
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        Optional<RevocationList> latest = Optional.empty();
        for (CrlSource source : sources.values()) {
            Optional<RevocationList> list = source.list();
            if (list.isPresent()
                    && list.get().speaksFor(certificate, issuer, now)
                    && latest.filter(list.get()::isOlderThan).isEmpty()) {
                latest = list;
            }
        }
        if (latest.isPresent()) {
            return latest.get().revokes(certificate.getSerialNumber()) ? Status.REVOKED : Status.GOOD;
        }
        DistributionPoints.http(certificate).forEach(this::watch);
        return sources.values().stream().anyMatch(source -> source.isWorthWaiting(now))
                ? Status.NOT_YET
                : Status.CANNOT_TELL;
    }

    /** The state of every address, for operators. */
    public List<ListState> states() {
        return sources.values().stream().map(CrlSource::state).toList();
    }

    private void refreshDue() {
        watchFolders();
        Instant now = clock.instant();
        sources.values().stream().filter(source -> source.isDue(now)).forEach(this::refresh);
    }

    private void refresh(CrlSource source) {
        try {
            if (source.claim()) {
                workers.execute(() -> source.refresh(fetcher, authorities, clock.instant(), listener));
            }
        } catch (RejectedExecutionException e) {
            source.release();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        var unused = workers.shutdownNow();
    }
}
