package fr.prosante.keycloak.psc;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.http.client.methods.HttpRequestBase;

/**
 * Cuts off calls that outlast their time as a whole. The timeouts of a socket do not: each step (waiting for a connection,
 * connecting, the handshake, the answer) has its own, and the last one starts again with every byte.
 */
final class Deadline implements AutoCloseable {

    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1, task -> {
        Thread thread = new Thread(task, "pro-sante-psc-deadline");
        thread.setDaemon(true);
        return thread;
    });

    Deadline() {
        clock.setRemoveOnCancelPolicy(true);
    }

    /** @return to be cancelled when the answer is there */
    Future<?> on(HttpRequestBase request, Duration after) {
        return clock.schedule(request::abort, after.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
