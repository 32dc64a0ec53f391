package fr.prosante.keycloak.login.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LoginNameTest {

    @ParameterizedTest
    @CsvSource({
        "899700218896, 899700218896",
        "99700218896, 899700218896",
        "8 99 7002 1889 6, 899700218896",
        "00B1058110, 00b1058110",
        "0b1058110, 00b1058110",
        "30B0057881/CPET0002, 30b0057881/cpet0002",
    })
    void typedFormsAreOneUserName(String typed, String username) {
        LoginName name = LoginName.read(typed, KeyCheck.STRICT, PlainNames.REFUSED);

        assertThat(name.id()).map(NationalId::username).contains(username);
        assertThat(name.plain()).isEmpty();
        assertThat(name.problem()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "'', REFUSED, EMPTY",
        "'   ', ALLOWED, EMPTY",
        "899700218897, REFUSED, KEY",
        "899700218897, ALLOWED, KEY",
        "alice, REFUSED, SHAPE",
        "alice@exemple.fr, REFUSED, SHAPE",
    })
    void mistakesAreToldFromTheTextAlone(String typed, PlainNames plainNames, IdProblem problem) {
        LoginName name = LoginName.read(typed, KeyCheck.STRICT, plainNames);

        assertThat(name.problem()).contains(problem);
        assertThat(name.id()).isEmpty();
        assertThat(name.plain()).isEmpty();
    }

    @Test
    void plainNameIsTakenAsItIsWhereAllowed() {
        assertThat(LoginName.read(" alice ", KeyCheck.STRICT, PlainNames.ALLOWED)
                        .plain())
                .contains("alice");
    }

    @Test
    void tolerantCheckTakesWrongKeys() {
        assertThat(LoginName.read("899700218897", KeyCheck.TOLERANT, PlainNames.REFUSED)
                        .id())
                .map(NationalId::username)
                .contains("899700218897");
    }
}
