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
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The revocation lists of this node, one copy for all realms. Addresses come from the administrator and from the
 * certificates of cards whose path was validated; background threads fetch them, requests only look. A list that nobody
 * has asked for in a week is let go.
 */
public final class CrlService implements Revocation, AutoCloseable {

    private static final int MOST_SOURCES = 256;
    /** More than one publisher has lists: while it hangs or is slow, those of others still come. */
    private static final int FETCHERS = 16;

    private static final int FETCHERS_OF_A_HOST = 4;
    private static final Duration WANTED = Duration.ofDays(7);

    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final long LARGEST = 128L << 20;

    private final Map<URI, CrlSource> sources = new ConcurrentHashMap<>();
    /** With the time when they were last asked for. */
    private final Map<ListFolder, Instant> folders = new ConcurrentHashMap<>();

    private final Map<String, Semaphore> hosts = new ConcurrentHashMap<>();
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

        /** Nobody asks for the list of this address any more, and it is gone. */
        void letGo(URI uri);
    }

    /** What an administrator named for one kind of cards. */
    private record Named(Set<URI> lists, Set<ListFolder> folders) {

        static final Named NOTHING = new Named(Set.of(), Set.of());

        static Named of(Collection<URI> addresses) {
            return new Named(
                    addresses.stream().filter(Predicate.not(ListFolder::is)).collect(Collectors.toUnmodifiableSet()),
                    addresses.stream()
                            .filter(ListFolder::is)
                            .map(ListFolder::of)
                            .collect(Collectors.toUnmodifiableSet()));
        }

        boolean has(URI uri) {
            return lists.contains(uri) || folders.stream().anyMatch(folder -> folder.holds(uri));
        }
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

    /**
     * The lists of this node for one kind of cards.
     *
     * @param addresses besides those that certificates name: of lists (http or file), and of folders whose lists, now and
     *     later, all count; fetched from now on
     */
    public Revocation with(Collection<URI> addresses) {
        Named named = Named.of(addresses);
        keep(named);
        watchFolders();
        return (certificate, issuer, now) -> status(certificate, issuer, now, named);
    }

    @Override
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        return status(certificate, issuer, now, Named.NOTHING);
    }

    private Status status(X509Certificate certificate, X509Certificate issuer, Instant now, Named named) {
        keep(named);
        Optional<Status> told = told(certificate, issuer, now);
        if (told.isPresent()) {
            return told.get();
        }
        List<URI> own = DistributionPoints.http(certificate);
        own.forEach(this::watch);
        boolean coming = sources.values().stream()
                .filter(source -> own.contains(source.uri()) || named.has(source.uri()))
                .anyMatch(source -> source.isWorthWaiting(now));
        // A list that came after the first look is no longer on its way.
        return coming ? Status.NOT_YET : told(certificate, issuer, now).orElse(Status.CANNOT_TELL);
    }

    /** What the latest list at hand says; empty if none speaks for the certificate. */
    private Optional<Status> told(X509Certificate certificate, X509Certificate issuer, Instant now) {
        Optional<CrlSource> best = Optional.empty();
        Optional<RevocationList> latest = Optional.empty();
        for (CrlSource source : sources.values()) {
            Optional<RevocationList> list = source.list();
            if (list.isPresent()
                    && list.get().speaksFor(certificate, issuer, now)
                    && latest.filter(list.get()::isOlderThan).isEmpty()) {
                best = Optional.of(source);
                latest = list;
            }
        }
        best.ifPresent(source -> source.isAskedFor(clock.instant()));
        return latest.map(list -> list.revokes(certificate.getSerialNumber()) ? Status.REVOKED : Status.GOOD);
    }

    private void keep(Named named) {
        named.lists().forEach(this::watch);
        named.folders().forEach(folder -> folders.put(folder, clock.instant()));
    }

    private void watch(URI uri) {
        watch(uri, clock.instant());
    }

    private void watch(URI uri, Instant asked) {
        CrlSource known = sources.get(uri);
        if (known != null) {
            known.isAskedFor(asked);
        } else if (sources.size() < MOST_SOURCES) {
            CrlSource source = new CrlSource(uri, asked);
            if (sources.putIfAbsent(uri, source) == null) {
                refresh(source);
            }
        }
    }

    private void watchFolders() {
        folders.forEach((folder, asked) -> folder.lists().forEach(list -> watch(list, asked)));
    }

    /** The state of every address, for operators. */
    public List<ListState> states() {
        return sources.values().stream().map(CrlSource::state).toList();
    }

    private void refreshDue() {
        Instant now = clock.instant();
        letGo(now.minus(WANTED));
        watchFolders();
        sources.values().stream().filter(source -> source.isDue(now)).forEach(this::refresh);
    }

    private void letGo(Instant limit) {
        folders.values().removeIf(limit::isAfter);
        sources.values().stream()
                .filter(source -> !source.wasAskedForSince(limit) && source.claim())
                .forEach(source -> {
                    sources.remove(source.uri());
                    listener.letGo(source.uri());
                });
    }

    /** Unless its host is busy with as many as it may have: then its turn comes with the next look at what is due. */
    private void refresh(CrlSource source) {
        Semaphore host = hosts.computeIfAbsent(String.valueOf(source.uri().getAuthority()), CrlService::permits);
        if (!host.tryAcquire()) {
            return;
        }
        if (!source.claim()) {
            host.release();
            return;
        }
        try {
            workers.execute(() -> {
                try {
                    source.refresh(fetcher, authorities, clock.instant(), listener);
                } finally {
                    host.release();
                }
            });
        } catch (RejectedExecutionException e) {
            source.release();
            host.release();
        }
    }

    /** Files have no host, and are quick. */
    private static Semaphore permits(String authority) {
        return new Semaphore("null".equals(authority) ? MOST_SOURCES : FETCHERS_OF_A_HOST);
    }

    @Override
    public void close() {
        timer.shutdownNow();
        var unused = workers.shutdownNow();
    }
}
