package fr.prosante.keycloak.benchmarks.load;

import io.gatling.app.Gatling$;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Runs Gatling inside this JVM, where the mailbox and the simulators are: a login reads its code from there. One run at a
 * time; the simulation, which Gatling makes itself from its class, finds here what it shall do.
 */
public final class Load {

    private static Map<Crowd, Timings> current = Map.of();

    private Load() {}

    /** Lets a login be done for a while. The first ones of a cold server may fail: the door asks for patience, for example. */
    public static void warmUp(Login login, int users, Duration length) {
        Timings unused = start(Crowd.of(login, users, length));
    }

    /**
     * Measures a crowd.
     *
     * @return what the first crowd did; the others are there beside it
     * @throws IllegalStateException if logins fail
     */
    public static Timings run(Crowd measured, Crowd... beside) {
        Timings timings = start(measured, beside);
        current.forEach((crowd, each) -> each.check(crowd.login().name()));
        return timings;
    }

    private static synchronized Timings start(Crowd measured, Crowd... beside) {
        Map<Crowd, Timings> crowds = new LinkedHashMap<>();
        crowds.put(measured, new Timings());
        for (Crowd other : beside) {
            crowds.put(other, new Timings());
        }
        current = crowds;
        int status = Gatling$.MODULE$.fromArgs(new String[] {
            "--simulation", LoadSimulation.class.getName(),
            "--results-folder",
                    Path.of("benchmarks/target/gatling").toAbsolutePath().toString(),
            "--no-reports"
        });
        if (status != 0) {
            throw new IllegalStateException("Gatling ended with " + status);
        }
        return crowds.get(measured);
    }

    static Map<Crowd, Timings> current() {
        return current;
    }
}
