package fr.prosante.keycloak.e2e.load;

import static org.awaitility.Awaitility.await;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One login after the other at a steady pace, each by whoever has been away longest, until it is told to end. */
public final class SteadyLogins {

    private static final int AT_ONCE = 16;
    private static final int TRIES = 5;
    private static final Duration BEFORE_ANOTHER_TRY = Duration.ofSeconds(2);
    private static final Duration LONGEST_LOGIN = Duration.ofMinutes(2);

    private final ScheduledExecutorService clock = Executors.newScheduledThreadPool(AT_ONCE);
    private final Instant start = Instant.now();
    private final int everybody;
    private final Queue<Regular> away;
    private final Future<?> arrivals;
    private final AtomicInteger in = new AtomicInteger();
    private final Queue<String> askedToTryAgain = new ConcurrentLinkedQueue<>();
    private final Queue<String> failed = new ConcurrentLinkedQueue<>();

    private SteadyLogins(Duration pace, List<Regular> people) {
        everybody = people.size();
        away = new ConcurrentLinkedQueue<>(people);
        arrivals = clock.scheduleAtFixedRate(this::nextOneComes, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Whoever comes while all are busy stays away: a machine that cannot keep the pace has fewer logins. */
    public static SteadyLogins every(Duration pace, List<Regular> people) {
        return new SteadyLogins(pace, people);
    }

    /** Goes on until that much time has passed since the start, then lets everybody finish. */
    public Tally endAfter(Duration time) {
        await().atMost(time.plusSeconds(1)).until(() -> lasted().compareTo(time) >= 0);
        arrivals.cancel(false);
        var lasted = lasted();
        await().atMost(LONGEST_LOGIN).until(() -> away.size() == everybody);
        clock.shutdown();
        return new Tally(lasted, in.get(), List.copyOf(askedToTryAgain), List.copyOf(failed));
    }

    private Duration lasted() {
        return Duration.between(start, Instant.now());
    }

    private void nextOneComes() {
        var person = away.poll();
        if (person != null) {
            clock.execute(() -> logsIn(person, person.browser().get(), 1));
        }
    }

    private void logsIn(Regular person, Visitor visitor, int number) {
        try {
            var end = person.tries(visitor);
            if (visitor.isIn(end)) {
                in.incrementAndGet();
            } else if (TryAgain.isAskedBy(end) && number < TRIES) {
                askedToTryAgain.add(told(end));
                Future<?> unused = clock.schedule(
                        () -> logsIn(person, visitor, number + 1),
                        BEFORE_ANOTHER_TRY.toMillis(),
                        TimeUnit.MILLISECONDS);
                return;
            } else {
                failed.add(told(end));
            }
        } catch (RuntimeException | AssertionError e) {
            failed.add(now() + " " + e);
        }
        away.add(person);
    }

    private static String told(Answer page) {
        return now() + " " + page.status() + " " + page.address().getPath() + ": " + page.text();
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
