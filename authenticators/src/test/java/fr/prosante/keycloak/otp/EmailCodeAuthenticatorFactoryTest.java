package fr.prosante.keycloak.otp;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.config.Option;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.keycloak.services.managers.DefaultBruteForceProtector;

final class EmailCodeAuthenticatorFactoryTest {
    private final EmailCodeAuthenticatorFactory factory = new EmailCodeAuthenticatorFactory();

    @Test
    void its_failures_are_in_a_category_that_brute_force_protection_counts() {
        assertThat(DefaultBruteForceProtector.ALLOWED_AUTHENTICATION_CATEGORIES)
                .contains(factory.getReferenceCategory());
    }

    @Test
    void the_names_of_the_options_stay_what_realms_have_stored() {
        assertThat(factory.options())
                .extracting(Option::name)
                .containsExactlyInAnyOrder(
                        "codeLength",
                        "codeLifespan",
                        "maxAttempts",
                        "maxAttemptsPerDay",
                        "resendDelay",
                        "mailsPerHour",
                        "mailsPerDay",
                        "handOverWait",
                        "strongAuthMaxAge",
                        "strongAuthAfterPassword",
                        "closedClients",
                        "codeInSubject",
                        "timeZone");
    }

    @Test
    void all_that_is_wrong_with_a_configuration_is_told_at_once() {
        assertThat(factory.problems(Map.of("codeLength", "4", "timeZone", "Europe/Lyon", "maxAttempts", "many")))
                .hasSize(3);
        assertThat(factory.problems(Map.of("codeLength", "8", "timeZone", "Indian/Reunion")))
                .isEmpty();
    }
}
