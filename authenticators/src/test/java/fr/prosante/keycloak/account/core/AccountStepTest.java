package fr.prosante.keycloak.account.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AccountStepTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:42:00Z");
    private static final Duration LONGEST = Duration.ofMinutes(30);

    @ParameterizedTest
    @CsvSource({
        "true, true, true, true, ENTER",
        "true, false, true, true, ASK",
        "true, true, false, true, ASK",
        "true, true, true, false, ASK",
        "true, false, false, false, ASK",
        "false, true, true, true, DISABLED",
        "false, false, false, false, DISABLED",
    })
    void accountDecides(boolean enabled, boolean email, boolean password, boolean names, AccountStep step) {
        assertThat(decide(Duration.ZERO, Optional.of(new KnownAccount(enabled, email, password, names))))
                .isEqualTo(step);
    }

    @Test
    void unknownPersonIsAsked() {
        assertThat(decide(LONGEST, Optional.empty())).isEqualTo(AccountStep.ASK);
    }

    @Test
    void oldProofCountsForNobody() {
        Duration tooOld = LONGEST.plusSeconds(1);

        assertThat(decide(tooOld, Optional.empty())).isEqualTo(AccountStep.STALE_PROOF);
        assertThat(decide(tooOld, Optional.of(new KnownAccount(true, true, true, true))))
                .isEqualTo(AccountStep.STALE_PROOF);
    }

    @Test
    void nobodyWithoutProof() {
        assertThat(AccountStep.decide(Optional.empty(), NOW, LONGEST, Optional.empty()))
                .isEqualTo(AccountStep.NO_PROOF);
    }

    private static AccountStep decide(Duration age, Optional<KnownAccount> account) {
        return AccountStep.decide(Optional.of(NOW.minus(age)), NOW, LONGEST, account);
    }
}
