package fr.prosante.keycloak.testbed.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MeansTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sc pin mfa  | carte CPS
            swk pin mfa | e-CPS, par Pro Santé Connect
            pwd otp mfa | mot de passe et code reçu par e-mail
            pwd hwk mfa | mot de passe et clé d’accès
            pwd         | mot de passe
            face mfa    | Pro Santé Connect ou autre : face, mfa
            """)
    void eachMeansHasItsName(String amr, String name) {
        assertThat(Means.of(Map.of("amr", List.of(amr.split(" "))))).isEqualTo(name);
    }

    @Test
    void whoSaysNothingIsNotGuessed() {
        assertThat(Means.of(Map.of())).isEqualTo("non indiqué");
    }
}
