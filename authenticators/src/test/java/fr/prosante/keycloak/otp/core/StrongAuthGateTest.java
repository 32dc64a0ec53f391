package fr.prosante.keycloak.otp.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.otp.core.StrongAuthGate.Decision;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrongAuthGateTest {
    private static final Clock NOW = Clock.fixed(Instant.ofEpochSecond(1_000_000), ZoneOffset.UTC);

    @ParameterizedTest
    @CsvSource({
        // attribute, greatest age in seconds (none: any), decision
        ",          ,     NEVER",
        "'',        ,     NEVER",
        "yesterday, ,     NEVER",
        "0,         ,     NEVER",
        "-5,        ,     NEVER",
        // more than any time, and more than any number
        "9223372036854775807, 1000, NEVER",
        "18446744073710551615, 1000, NEVER",
        // the last time there is, to which nothing can be added
        "31556889864403199,   1000, OPEN",
        "1,         ,     OPEN",
        "999000,    1000, OPEN",
        "998999,    1000, TOO_OLD",
        "' 999999', 1000, OPEN",
        "1000005,   1000, OPEN",
        ",          1000, NEVER",
    })
    void only_a_strong_authentication_that_is_recent_enough_opens(
            @Nullable String attribute, @Nullable Long maxAge, Decision decision) {
        StrongAuthGate gate = new StrongAuthGate(Optional.ofNullable(maxAge).map(Duration::ofSeconds), false);
        assertThat(gate.decide(Optional.ofNullable(attribute), Optional.of(NOW.instant()), NOW))
                .isEqualTo(decision);
    }

    @ParameterizedTest
    @CsvSource({
        // attribute, password chosen, wanted, decision
        "900000, 899999, true,  OPEN",
        "900000, 900000, true,  OPEN",
        "900000, 900001, true,  OLDER_THAN_PASSWORD",
        "900000, 900001, false, OPEN",
        "900000, ,       true,  OPEN",
        ",       900001, true,  NEVER",
    })
    void where_wanted_a_younger_password_shuts(
            @Nullable String attribute, @Nullable Long passwordSetAt, boolean wanted, Decision decision) {
        StrongAuthGate gate = new StrongAuthGate(Optional.empty(), wanted);
        assertThat(gate.decide(
                        Optional.ofNullable(attribute),
                        Optional.ofNullable(passwordSetAt).map(Instant::ofEpochSecond),
                        NOW))
                .isEqualTo(decision);
    }
}
