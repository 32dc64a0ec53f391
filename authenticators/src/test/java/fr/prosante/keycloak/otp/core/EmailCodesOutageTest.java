package fr.prosante.keycloak.otp.core;

import static fr.prosante.keycloak.otp.core.Desk.MARIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store fails at each of its calls in turn: nothing is lost, and nothing counts that was not judged. */
final class EmailCodesOutageTest {
    /** As many guesses a day as a code has, so that one that is lost to either shows. */
    private static final CodePolicy POLICY = new CodePolicy(6, Duration.ofMinutes(10), 3, 3, Duration.ofHours(1), 1, 1);

    private final Desk desk = new Desk();
    private final EmailCodes codes = desk.codes(POLICY);

    static IntStream callsOfAGuess() {
        Desk desk = new Desk();
        Issue.Made made = (Issue.Made) desk.codes(POLICY).issue(MARIE);
        return IntStream.rangeClosed(1, calls(desk, one -> one.verify(MARIE, made.digits())));
    }

    static IntStream callsOfAnIssue() {
        return IntStream.rangeClosed(1, calls(new Desk(), one -> one.issue(MARIE)));
    }

    @ParameterizedTest
    @MethodSource("callsOfAGuess")
    void a_guess_that_was_not_judged_costs_nothing(int call) {
        Issue.Made made = (Issue.Made) codes.issue(MARIE);

        boolean judged = succeeds(number -> number == call, one -> one.verify(MARIE, made.digits()));

        if (judged) {
            assertThat(codes.verify(MARIE, made.digits())).isIn(Verdict.SPENT, Verdict.NONE);
        } else {
            assertThat(codes.verify(MARIE, "x")).isEqualTo(Verdict.WRONG);
            assertThat(codes.verify(MARIE, "y")).isEqualTo(Verdict.WRONG);
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.ACCEPTED);
        }
    }

    @ParameterizedTest
    @MethodSource("callsOfAGuess")
    void a_node_that_goes_away_for_good_spends_no_code_that_it_has_not_accepted(int call) {
        Issue.Made made = (Issue.Made) codes.issue(MARIE);

        boolean judged = succeeds(number -> number >= call, one -> one.verify(MARIE, made.digits()));

        assertThat(codes.verify(MARIE, made.digits()) == Verdict.ACCEPTED).isNotEqualTo(judged);
    }

    @ParameterizedTest
    @MethodSource("callsOfAnIssue")
    void a_code_that_was_not_made_may_be_asked_for_again_at_once(int call) {
        assertThat(succeeds(number -> number == call, one -> one.issue(MARIE))).isFalse();

        assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
    }

    private boolean succeeds(IntPredicate fails, Consumer<EmailCodes> work) {
        try {
            work.accept(desk.codesBy(store -> new FailingStore(store, fails), POLICY));
            return true;
        } catch (FailingStore.Stopped e) {
            return false;
        }
    }

    private static int calls(Desk desk, Consumer<EmailCodes> work) {
        List<FailingStore> ways = new ArrayList<>();
        work.accept(desk.codesBy(
                store -> {
                    ways.add(new FailingStore(store, number -> false));
                    return ways.get(0);
                },
                POLICY));
        return ways.get(0).calls();
    }
}
