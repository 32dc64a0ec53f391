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
        "1,         ,     OPEN",
        "999000,    1000, OPEN",
        "998999,    1000, TOO_OLD",
        "' 999999', 1000, OPEN",
        "1000005,   1000, OPEN",
        ",          1000, NEVER",
    })
    void only_a_strong_authentication_that_is_recent_enough_opens(
            @Nullable String attribute, @Nullable Long maxAge, Decision decision) {
        StrongAuthGate gate = new StrongAuthGate(Optional.ofNullable(maxAge).map(Duration::ofSeconds));
        assertThat(gate.decide(Optional.ofNullable(attribute), NOW)).isEqualTo(decision);
    }
}
