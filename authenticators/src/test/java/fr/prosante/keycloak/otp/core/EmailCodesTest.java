package fr.prosante.keycloak.otp.core;

import static fr.prosante.keycloak.otp.core.Desk.MARIE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class EmailCodesTest {
    private final Desk desk = new Desk();
    private final EmailCodes codes = desk.codes();

    private Issue.Made made() {
        return (Issue.Made) codes.issue(MARIE);
    }

    private static String wrong(Issue.Made made) {
        return made.digits().equals("000000") ? "000001" : "000000";
    }

    @Nested
    final class Codes {
        @Test
        void the_mailed_code_is_accepted() {
            assertThat(codes.verify(MARIE, made().digits())).isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void a_code_works_once() {
            Issue.Made made = made();
            codes.verify(MARIE, made.digits());
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.NONE);
        }

        @Test
        void small_numbers_keep_their_zeros() {
            RandomGenerator seven = new RandomGenerator() {
                @Override
                public long nextLong() {
                    return 7;
                }

                @Override
                public long nextLong(long bound) {
                    return 7;
                }
            };
            Issue.Made made = (Issue.Made) desk.codes(seven).issue(MARIE);
            assertThat(made.digits()).isEqualTo("000007");
            assertThat(codes.verify(MARIE, "000007")).isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void without_a_code_nothing_is_accepted() {
            assertThat(codes.verify(MARIE, "123456")).isEqualTo(Verdict.NONE);
        }

        @Test
        void after_a_resend_only_the_latest_code_is_accepted() {
            Issue.Made first = made();
            desk.wait(Duration.ofSeconds(60));
            Issue.Made second = made();
            if (!first.digits().equals(second.digits())) {
                assertThat(codes.verify(MARIE, first.digits())).isEqualTo(Verdict.WRONG);
            }
            assertThat(codes.verify(MARIE, second.digits())).isEqualTo(Verdict.ACCEPTED);
        }

        @ParameterizedTest
        @ValueSource(strings = {"realm/jean/marie@example.fr", "other/marie/marie@example.fr"})
        void a_code_of_somebody_else_or_of_another_realm_is_none(String other) {
            String[] parts = other.split("/", -1);
            assertThat(codes.verify(new CodeOwner(parts[0], parts[1], parts[2]), made().digits()))
                    .isEqualTo(Verdict.NONE);
        }

        @Test
        void a_code_mailed_to_an_address_that_was_replaced_is_none() {
            String digits = made().digits();
            assertThat(codes.verify(new CodeOwner("realm", "marie", "new@example.fr"), digits))
                    .isEqualTo(Verdict.NONE);
            assertThat(codes.verify(new CodeOwner("realm", "marie", " Marie@Example.FR"), digits))
                    .isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void a_code_dies_with_the_realm_key_it_was_made_under() {
            Issue.Made made = made();
            assertThat(desk.codesAfterKeyWasRemoved().verify(MARIE, made.digits()))
                    .isEqualTo(Verdict.NONE);
        }

        @Test
        void neither_code_nor_address_is_kept_in_clear() {
            Issue.Made made = made();
            assertThat(desk.store().dump()).doesNotContain("marie@example.fr", "marie@", made.digits());
            assertThat(made.toString()).doesNotContain(made.digits());
        }
    }

    @Nested
    final class Expiry {
        @Test
        void a_code_is_accepted_until_the_last_instant() {
            Issue.Made made = made();
            desk.wait(Duration.ofMinutes(10).minusMillis(1));
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void from_its_end_on_a_code_is_expired_and_guesses_are_not_looked_at() {
            Issue.Made made = made();
            desk.wait(Duration.ofMinutes(10));
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.EXPIRED);
            assertThat(codes.verify(MARIE, wrong(made))).isEqualTo(Verdict.EXPIRED);
        }

        @ParameterizedTest
        @ValueSource(ints = {-5, 5})
        void nodes_whose_clocks_differ_agree_on_a_code(int seconds) {
            Issue.Made made = made();
            EmailCodes other = desk.codesOfNodeAhead(Duration.ofSeconds(seconds));
            assertThat(other.issue(MARIE)).isEqualTo(Issue.Refused.TOO_SOON);
            assertThat(other.verify(MARIE, made.digits())).isEqualTo(Verdict.ACCEPTED);
        }
    }

    @Nested
    final class Attempts {
        @Test
        void the_right_code_is_refused_after_five_wrong_ones() {
            Issue.Made made = made();
            for (int i = 0; i < 5; i++) {
                assertThat(codes.verify(MARIE, wrong(made))).isEqualTo(Verdict.WRONG);
            }
            assertThat(codes.exhausted(MARIE, made.code())).isTrue();
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.CODE_EXHAUSTED);
        }

        @Test
        void the_right_code_is_accepted_at_the_fifth_attempt() {
            Issue.Made made = made();
            for (int i = 0; i < 4; i++) {
                codes.verify(MARIE, wrong(made));
            }
            assertThat(codes.exhausted(MARIE, made.code())).isFalse();
            assertThat(codes.verify(MARIE, made.digits())).isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void new_codes_do_not_buy_guesses_without_end() {
            for (int code = 0; code < 5; code++) {
                Issue.Made made = made();
                for (int i = 0; i < 5; i++) {
                    assertThat(codes.verify(MARIE, wrong(made))).isEqualTo(Verdict.WRONG);
                }
                desk.wait(Duration.ofMinutes(2));
            }
            assertThat(codes.verify(MARIE, made().digits())).isEqualTo(Verdict.DAY_EXHAUSTED);
            desk.wait(Duration.ofDays(1));
            assertThat(codes.verify(MARIE, made().digits())).isEqualTo(Verdict.ACCEPTED);
        }

        @Test
        void right_codes_do_not_use_up_the_guesses_of_the_day() {
            EmailCodes one = desk.codes(new CodePolicy(6, Duration.ofMinutes(10), 5, 1, Duration.ofSeconds(60), 9, 9));
            for (int i = 0; i < 3; i++) {
                assertThat(one.verify(MARIE, ((Issue.Made) one.issue(MARIE)).digits()))
                        .isEqualTo(Verdict.ACCEPTED);
            }
        }
    }

    @Nested
    final class Mails {
        @Test
        void a_second_mail_needs_the_delay() {
            made();
            desk.wait(Duration.ofSeconds(59));
            assertThat(codes.issue(MARIE)).isEqualTo(Issue.Refused.TOO_SOON);
            desk.wait(Duration.ofSeconds(1));
            assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
        }

        @Test
        void the_next_login_does_not_wait_for_the_delay_of_the_last() {
            codes.verify(MARIE, made().digits());
            assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
        }

        @Test
        void the_hour_has_so_many_mails_and_not_more() {
            for (int i = 0; i < 10; i++) {
                made();
                desk.wait(Duration.ofMinutes(2));
            }
            assertThat(codes.issue(MARIE)).isEqualTo(Issue.Refused.HOUR_FULL);
            desk.wait(Duration.ofMinutes(40));
            assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
        }

        @Test
        void the_day_has_so_many_mails_and_not_more() {
            for (int i = 0; i < 30; i++) {
                made();
                desk.wait(Duration.ofMinutes(7));
            }
            assertThat(codes.issue(MARIE)).isEqualTo(Issue.Refused.DAY_FULL);
            desk.wait(Duration.ofHours(21));
            assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
        }

        @Test
        void a_mail_that_failed_counts_for_nothing_and_may_be_repeated_at_once() {
            for (int i = 0; i < 40; i++) {
                codes.notSent(MARIE, made(), Delivery.State.FAILED);
            }
            assertThat(codes.issue(MARIE)).isInstanceOf(Issue.Made.class);
        }

        /** The relay was slow: meanwhile another mail was asked for, or somebody came in. */
        @ParameterizedTest
        @CsvSource({
            // seconds until the first mail is known to have failed, code typed before, a second one made before, then
            "10, false, false, MADE",
            "70, false, false, MADE",
            "70, false, true,  TOO_SOON",
            "10, true,  false, MADE",
            "10, true,  true,  TOO_SOON",
        })
        void a_mail_that_fails_late_frees_what_it_had_and_not_what_the_next_one_has(
                int seconds, boolean typed, boolean another, String then) {
            Issue.Made first = made();
            if (typed) {
                codes.verify(MARIE, first.digits());
            }
            desk.wait(Duration.ofSeconds(seconds));
            if (another) {
                made();
            }
            codes.notSent(MARIE, first, Delivery.State.FAILED);

            Issue next = codes.issue(MARIE);

            assertThat(next instanceof Issue.Refused refused ? refused.name() : "MADE")
                    .isEqualTo(then);
        }

        @Test
        void the_delivery_of_a_code_is_known_to_every_login() {
            Issue.Made made = made();
            assertThat(codes.delivery(MARIE, made.code()).state()).isEqualTo(Delivery.State.GOING);
            desk.wait(Duration.ofSeconds(2));
            codes.handedOver(MARIE, made);
            assertThat(codes.delivery(MARIE, made.code()))
                    .isEqualTo(new Delivery(Delivery.State.HANDED_OVER, desk.now()));
        }

        @Test
        void a_new_login_uses_the_code_there_is_unless_it_is_of_no_use() {
            assertThat(codes.usable(MARIE)).isFalse();
            Issue.Made made = made();
            assertThat(codes.usable(MARIE)).isTrue();
            codes.notSent(MARIE, made, Delivery.State.FAILED);
            assertThat(codes.usable(MARIE)).isFalse();
            Issue.Made next = made();
            for (int i = 0; i < 5; i++) {
                codes.verify(MARIE, wrong(next));
            }
            assertThat(codes.usable(MARIE)).isFalse();
            desk.wait(Duration.ofMinutes(1));
            made();
            assertThat(codes.usable(MARIE)).isTrue();
            desk.wait(Duration.ofMinutes(10));
            assertThat(codes.usable(MARIE)).isFalse();
        }

        @Test
        void a_refused_mail_leaves_the_former_code_in_force() {
            Issue.Made made = made();
            codes.issue(MARIE);
            assertThat(codes.current(MARIE)).contains(made.code());
        }
    }
}
