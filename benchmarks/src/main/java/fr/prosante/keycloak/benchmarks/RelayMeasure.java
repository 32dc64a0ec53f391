package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.Crowd;
import fr.prosante.keycloak.benchmarks.load.Load;
import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.load.Median;
import fr.prosante.keycloak.benchmarks.load.Timings;
import fr.prosante.keycloak.benchmarks.login.CardLogin;
import fr.prosante.keycloak.benchmarks.login.PasswordPost;
import fr.prosante.keycloak.benchmarks.login.WaitingUser;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a slow relay costs those who wait for its mail, and what a hanging one costs those who do not. */
final class RelayMeasure implements Measure {

    private static final Duration SLOW = Duration.ofSeconds(2);
    private static final Duration HANGING = Duration.ofMinutes(5);
    private static final Duration ROUND = Duration.ofSeconds(15);
    private static final int ROUNDS = 3;
    private static final int WAITING = 100;
    /** Until all of them have given their password. */
    private static final Duration GATHERING = Duration.ofSeconds(15);

    @Override
    public List<Figure> take() {
        try (Servers servers = Servers.start()) {
            Doctors doctors = Doctors.of(1500);
            doctors.joinOurs(servers.ours());
            return List.of(password(servers, doctors), cards(servers, doctors));
        }
    }

    /** The bounded wait is 200 ms; against the same with a relay that answers at once. */
    private static Figure password(Servers servers, Doctors doctors) {
        servers.handOverWait(Duration.ofMillis(200));
        Login login = new PasswordPost("password", servers.ourSite(), doctors);
        Load.warmUp(login, 4, ROUND);
        List<Double> slow = new ArrayList<>();
        List<Double> instant = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            instant.add(p95(servers, login, Duration.ZERO));
            slow.add(p95(servers, login, SLOW));
        }
        return Figure.of("password-post-p95-slow-relay", Median.of(slow), Median.of(instant), "ms");
    }

    private static double p95(Servers servers, Login login, Duration delay) {
        servers.relay().delay(delay);
        double p95 = Load.run(Crowd.of(login, 2, ROUND)).percentile(95);
        System.out.printf(Locale.ROOT, "password with a relay that takes %s: p95 %.1f ms%n", delay, p95);
        return p95;
    }

    /** The bounded wait is the default; against the same without anybody who waits. */
    private static Figure cards(Servers servers, Doctors doctors) {
        servers.handOverWait(Duration.ofMillis(1500));
        Login card = new CardLogin("card", servers.ourSite(), servers.cards());
        Login waiting = new WaitingUser("waiting", servers.ourSite(), doctors, GATHERING.plus(ROUND));
        Load.warmUp(card, 4, ROUND);
        List<Double> beside = new ArrayList<>();
        List<Double> alone = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            servers.relay().delay(Duration.ZERO);
            alone.add(rate(Load.run(Crowd.of(card, 4, ROUND)), "alone"));
            servers.relay().delay(HANGING);
            beside.add(rate(
                    Load.run(
                            new Crowd(card, 4, GATHERING, ROUND),
                            new Crowd(waiting, WAITING, Duration.ZERO, Duration.ofSeconds(2))),
                    "beside " + WAITING + " who wait"));
        }
        return Figure.of("card-rate-under-hanging-relay", Median.of(beside), Median.of(alone), "1/s");
    }

    private static double rate(Timings timings, String when) {
        System.out.printf(Locale.ROOT, "cards %s: %.1f/s, p95 %.1f ms%n", when, timings.rate(), timings.percentile(95));
        return timings.rate();
    }
}
