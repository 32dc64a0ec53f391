package fr.prosante.keycloak.otp.core;

import static fr.prosante.keycloak.otp.core.Desk.MARIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;

/** Many requests at the same instant, over a store whose single calls are atomic and nothing more. */
final class EmailCodesRaceTest {
    private static final int CONNECTIONS = 50;

    private final Desk desk = new Desk();
    private final EmailCodes codes = desk.codes();

    private static <T> List<T> together(List<Callable<T>> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    @RepeatedTest(5)
    void of_a_thousand_parallel_guesses_five_are_looked_at() throws Exception {
        Issue.Made made = (Issue.Made) codes.issue(MARIE);
        List<Callable<Verdict>> guesses = IntStream.range(0, 1_000)
                .mapToObj(i -> String.format(Locale.ROOT, "%06d", i))
                .filter(digits -> !digits.equals(made.digits()))
                .<Callable<Verdict>>map(digits -> () -> codes.verify(MARIE, digits))
                .toList();
        List<Verdict> verdicts = together(guesses);
        assertThat(Collections.frequency(verdicts, Verdict.WRONG)).isEqualTo(5);
        assertThat(Collections.frequency(verdicts, Verdict.CODE_EXHAUSTED)).isEqualTo(verdicts.size() - 5);
        assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.CODE_EXHAUSTED);
    }

    @RepeatedTest(20)
    void the_right_code_posted_many_times_at_once_is_accepted_once() throws Exception {
        Issue.Made made = (Issue.Made) codes.issue(MARIE);
        List<Verdict> verdicts = together(Collections.nCopies(CONNECTIONS, () -> codes.verify(MARIE, made.digits())));
        assertThat(Collections.frequency(verdicts, Verdict.ACCEPTED)).isEqualTo(1);
        assertThat(verdicts).doesNotContain(Verdict.WRONG);
    }

    @RepeatedTest(20)
    void many_tabs_that_open_at_once_make_one_code() throws Exception {
        List<Issue> issues = together(Collections.nCopies(CONNECTIONS, () -> codes.issue(MARIE)));
        assertThat(issues.stream().filter(Issue.Made.class::isInstance)).hasSize(1);
        assertThat(Collections.frequency(issues, Issue.Refused.TOO_SOON)).isEqualTo(CONNECTIONS - 1);
    }
}
