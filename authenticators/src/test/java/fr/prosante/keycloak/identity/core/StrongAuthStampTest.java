package fr.prosante.keycloak.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class StrongAuthStampTest {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @ParameterizedTest(name = "card at 9:00, {0} {1} s later: {2}")
    @CsvSource({
        "card, 0, true",
        "card, 3599, true",
        "card, 3600, false",
        "card, -1, false",
        "psc, 10, false",
    })
    void isRenewedOnceAnHourAndWhenTheMethodChanges(String method, int later, boolean serves) {
        var stored = new StrongAuthStamp(NINE, "card");

        assertThat(stored.serves(new StrongAuthStamp(NINE.plusSeconds(later), method)))
                .isEqualTo(serves);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {"none, card", "1767344400, none", "yesterday, card", "99999999999999999, card"})
    void whatCannotBeReadIsNoStamp(String at, String method) {
        assertThat(StrongAuthStamp.read(Optional.ofNullable(at), Optional.ofNullable(method)))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1767344400, card"})
    void isReadAsItIsWritten(String at, String method) {
        var stamp = StrongAuthStamp.read(Optional.of(at), Optional.of(method)).orElseThrow();

        assertThat(stamp.epochSeconds()).isEqualTo(at);
        assertThat(stamp.method()).isEqualTo(method);
    }
}
