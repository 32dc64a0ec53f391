package fr.prosante.keycloak.benchmarks.load;

import io.gatling.javaapi.core.Session;

/** Steps that time what lies between them; a login may stop it for a while where others do the work. */
public final class Stopwatch {

    private static final String SINCE = "stopwatch.since";
    private static final String SPENT = "stopwatch.spent";

    private Stopwatch() {}

    static Session reset(Session session) {
        return start(session.set(SPENT, 0L));
    }

    public static Session start(Session session) {
        return session.set(SINCE, System.nanoTime());
    }

    public static Session stop(Session session) {
        return session.set(SPENT, session.getLong(SPENT) + System.nanoTime() - session.getLong(SINCE));
    }

    static long nanos(Session session) {
        return session.getLong(SPENT);
    }
}
