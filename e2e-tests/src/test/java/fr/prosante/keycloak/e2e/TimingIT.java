package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * How long the answer takes must not say whether there is an account. The three kinds are tried in random order, so that
 * they meet the same weather; {@code P(a > b)} is the chance that one try of the first kind takes longer than one of the
 * second: a half where nothing can be told.
 */
@Story
final class TimingIT {

    private static final int TRIES = Integer.getInteger("prosante.timing.tries", 200);
    private static final int WARM_UP = 20;
    /** 0.5 ± 0.03 is what 200 tries scatter by themselves; one try that is right in 6 cases of 10 tells nobody anything. */
    private static final double NOISE = 0.1;
    /** Milliseconds between medians that no network keeps: on a quiet machine the chance alone tells of less than one. */
    private static final double JITTER = 2;

    private enum Kind {
        UNKNOWN("899700218896"),
        WRONG("899700098769"),
        LOCKED("899700098777");

        private final String number;

        Kind(String number) {
            this.number = number;
        }
    }

    @Test
    void unknownWrongAndLockedTakeTheSameTime(StoryRealm realm, Visitor visitor, TestReporter reporter) {
        areThere(realm, visitor);

        cannotBeTold(kind -> logsIn(visitor, kind), reporter);
    }

    @Test
    void unknownKnownAndLockedTakeTheSameTimeWhereAPasswordIsForgotten(
            StoryRealm realm, Visitor visitor, TestReporter reporter) {
        areThere(realm, visitor);

        cannotBeTold(kind -> forgets(visitor, kind), reporter);
    }

    private static void areThere(StoryRealm realm, Visitor visitor) {
        realm.accounts().create(Account.opened(Kind.WRONG.number));
        realm.accounts().create(Account.opened(Kind.LOCKED.number));
        realm.changed(one -> one.setQuickLoginCheckMilliSeconds(0L));
        for (int error = 1; error <= 5; error++) {
            logsIn(visitor, Kind.LOCKED);
            // Keycloak refuses, and does not count, what comes while it is still counting the one before.
            realm.accounts().hasFailed(Kind.LOCKED.number, error);
        }
        realm.accounts().isLocked(Kind.LOCKED.number);
        realm.changed(one -> one.setFailureFactor(1_000_000));
    }

    private static void cannotBeTold(ToDoubleFunction<Kind> milliseconds, TestReporter reporter) {
        var times = measure(milliseconds);
        reporter.publishEntry(told(times));
        for (Kind[] pair :
                new Kind[][] {{Kind.UNKNOWN, Kind.WRONG}, {Kind.UNKNOWN, Kind.LOCKED}, {Kind.WRONG, Kind.LOCKED}}) {
            var chance = Math.abs(longer(times.get(pair[0]), times.get(pair[1])) - 0.5);
            var difference = Math.abs(median(times.get(pair[0])) - median(times.get(pair[1])));
            assertThat(chance < NOISE || difference < JITTER)
                    .as("%s against %s: %s", pair[0], pair[1], told(times))
                    .isTrue();
        }
    }

    private static Map<Kind, List<Double>> measure(ToDoubleFunction<Kind> milliseconds) {
        List<Kind> order = new ArrayList<>();
        for (int i = 0; i < TRIES + WARM_UP; i++) {
            order.addAll(List.of(Kind.values()));
        }
        Collections.shuffle(order.subList(WARM_UP * 3, order.size()), new Random(1));
        Map<Kind, List<Double>> times = new EnumMap<>(Kind.class);
        for (int i = 0; i < order.size(); i++) {
            double time = milliseconds.applyAsDouble(order.get(i));
            if (i >= WARM_UP * 3) {
                times.computeIfAbsent(order.get(i), kind -> new ArrayList<>()).add(time);
            }
        }
        return times;
    }

    private static double logsIn(Visitor visitor, Kind kind) {
        return milliseconds(
                visitor, visitor.arrives(), Map.of("username", kind.number, "password", "Tilleul-Verveine-43"));
    }

    private static double forgets(Visitor visitor, Kind kind) {
        return milliseconds(visitor, visitor.hasForgottenPassword(visitor.arrives()), Map.of("username", kind.number));
    }

    private static double milliseconds(Visitor visitor, Answer page, Map<String, String> form) {
        var begin = System.nanoTime();
        var answer = visitor.submits(page, form);
        var time = (System.nanoTime() - begin) / 1e6;
        assertThat(answer.status()).isEqualTo(200);
        return time;
    }

    /** Mann and Whitney's U as a share of all pairs. */
    private static double longer(List<Double> left, List<Double> right) {
        return left.stream()
                        .mapToDouble(a -> right.stream()
                                .mapToDouble(b -> a > b ? 1 : a < b ? 0 : 0.5)
                                .sum())
                        .sum()
                / ((double) left.size() * right.size());
    }

    private static String told(Map<Kind, List<Double>> times) {
        return "n = %d each, median ms: unknown %.1f, wrong %.1f, locked %.1f; P(u>w) %.3f, P(u>l) %.3f, P(w>l) %.3f"
                .formatted(
                        TRIES,
                        median(times.get(Kind.UNKNOWN)),
                        median(times.get(Kind.WRONG)),
                        median(times.get(Kind.LOCKED)),
                        longer(times.get(Kind.UNKNOWN), times.get(Kind.WRONG)),
                        longer(times.get(Kind.UNKNOWN), times.get(Kind.LOCKED)),
                        longer(times.get(Kind.WRONG), times.get(Kind.LOCKED)));
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }
}
