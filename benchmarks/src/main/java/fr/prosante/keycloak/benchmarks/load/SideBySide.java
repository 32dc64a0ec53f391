package fr.prosante.keycloak.benchmarks.load;

import fr.prosante.keycloak.benchmarks.server.ServerProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Two logins on one server, in turn: both warmed up, then round after round one and the other; medians of the rounds.
 *
 * @param users how many log in at the same time
 */
public record SideBySide(List<ServerProcess> servers, int users, Duration warmUp, Duration round, int rounds) {

    /** Four at a time. The compiler is at work for five minutes and more; a whole measure takes about nine. */
    public static SideBySide on(List<ServerProcess> servers) {
        return new SideBySide(servers, 4, Duration.ofSeconds(90), Duration.ofSeconds(12), 6);
    }

    /** One round: milliseconds, logins per second, and milliseconds of the server's processor time per login. */
    public record Round(double p50, double p95, double rate, double cpu) {}

    /** The medians of one side. */
    public record Side(List<Round> rounds) {
        public double p50() {
            return median(Round::p50);
        }

        public double p95() {
            return median(Round::p95);
        }

        public double rate() {
            return median(Round::rate);
        }

        public double cpu() {
            return median(Round::cpu);
        }

        private double median(Function<Round, Double> value) {
            return Median.of(rounds.stream().map(value).toList());
        }
    }

    /** Both sides. */
    public record Outcome(Side ours, Side peer) {}

    public Outcome compare(Login ours, Login peer) {
        // Twice, so that neither has the colder compiler.
        for (Login login : List.of(ours, peer, ours, peer)) {
            Load.warmUp(login, users, warmUp);
        }
        List<Round> own = new ArrayList<>();
        List<Round> others = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            // The one that comes second has the warmer server: they take turns at that.
            if (i % 2 == 0) {
                own.add(round(ours, round));
                others.add(round(peer, round));
            } else {
                others.add(round(peer, round));
                own.add(round(ours, round));
            }
        }
        return new Outcome(new Side(own), new Side(others));
    }

    private Duration processorTime() {
        return servers.stream().map(ServerProcess::processorTime).reduce(Duration.ZERO, Duration::plus);
    }

    private Round round(Login login, Duration length) {
        Duration before = processorTime();
        Timings timings = Load.run(Crowd.of(login, users, length));
        Duration spent = processorTime().minus(before);
        Round measured = new Round(
                timings.percentile(50),
                timings.percentile(95),
                timings.rate(),
                (double) spent.toMillis() / timings.count());
        System.out.printf(
                Locale.ROOT,
                "%s: %d logins, p50 %.1f ms, p95 %.1f ms, %.1f/s, server CPU %.1f ms each%n",
                login.name(),
                timings.count(),
                measured.p50(),
                measured.p95(),
                measured.rate(),
                measured.cpu());
        return measured;
    }
}
