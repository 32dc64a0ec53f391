package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.common.util.Time;

final class CardTicketTest {

    private static final Binding BINDING = new Binding("realm", "session", "tab", "execution");

    @ParameterizedTest(name = "{0} s after the button, asked {1} times for patience: late {2}")
    @CsvSource({
        "55, 0, false",
        "65, 0, true",
        "65, 1, false",
        "95, 20, true",
    })
    void whoCameInTimeIsNotLateForHavingBeenAskedToWait(int age, int tries, boolean late) {
        CardTicket ticket =
                new CardTicket(BINDING, "https://login.example.org/", Time.currentTimeSeconds() - age, tries);

        assertThat(ticket.isLate(60)).isEqualTo(late);
    }
}
