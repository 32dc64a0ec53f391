package fr.prosante.keycloak.card.core.crl;

import fr.prosante.keycloak.card.core.DistributionPoints;
import fr.prosante.keycloak.card.core.Revocation;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * The revocation lists of this node, one copy for all realms. Addresses come from the administrator and from the
 * certificates of cards whose path was validated; a background thread fetches them, requests only look.
 */
public final class CrlService implements Revocation, AutoCloseable {

    private static final int MOST_SOURCES = 64;

    private final Map<URI, CrlSource> sources = new ConcurrentHashMap<>();
    private final Set<X509Certificate> authorities = ConcurrentHashMap.newKeySet();
    private final CrlFetcher fetcher = new CrlFetcher();
    private final ScheduledExecutorService worker;
    private final Clock clock;
    private final BiConsumer<URI, String> onProblem;

    /** @param onProblem is told, from the background thread, of every address that gives no usable list */
    public CrlService(Clock clock, BiConsumer<URI, String> onProblem) {
        this.clock = clock;
        this.onProblem = onProblem;
        this.worker = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "pro-sante-crl");
            thread.setDaemon(true);
            return thread;
        });
        var unused = worker.scheduleWithFixedDelay(this::refreshDue, 1, 1, TimeUnit.SECONDS);
    }

    /** Makes authorities known as signers of lists, and fetches the lists that their own certificates name. */
    public void know(Collection<X509Certificate> known) {
        if (authorities.addAll(known)) {
            known.forEach(authority -> DistributionPoints.http(authority).forEach(this::watch));
        }
    }

    /** Fetches a list from now on, http or file. */
    public void watch(URI uri) {
        if (sources.size() < MOST_SOURCES && sources.putIfAbsent(uri, new CrlSource(uri)) == null) {
            worker.execute(this::refreshDue);
        }
    }

    @Override
    public Status status(X509Certificate certificate, X509Certificate issuer, Instant now) {
        for (CrlSource source : sources.values()) {
            var list = source.list().filter(candidate -> candidate.speaksFor(issuer, now));
            if (list.isPresent()) {
                return list.get().revokes(certificate.getSerialNumber()) ? Status.REVOKED : Status.GOOD;
            }
        }
        boolean waiting = false;
        for (URI uri : DistributionPoints.http(certificate)) {
            watch(uri);
            CrlSource source = sources.get(uri);
            waiting |= source != null && !source.tried();
        }
        return waiting ? Status.NOT_YET : Status.CANNOT_TELL;
    }

    private void refreshDue() {
        for (CrlSource source : sources.values()) {
            Instant now = clock.instant();
            if (source.isDue(now)) {
                try {
                    source.refresh(fetcher, authorities, now);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                source.problem().ifPresent(problem -> onProblem.accept(source.uri(), problem));
            }
        }
    }

    @Override
    public void close() {
        worker.shutdownNow();
    }
}
