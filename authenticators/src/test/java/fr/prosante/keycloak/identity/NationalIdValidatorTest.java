package fr.prosante.keycloak.identity;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.validate.ValidationContext;
import org.keycloak.validate.ValidatorConfig;

final class NationalIdValidatorTest {

    @ParameterizedTest
    @ValueSource(strings = {"899700218896", "00b1058110", "00B1058110", "30b0057881/cpet0002", "ans20231122132732"})
    void acceptsUserNamesAsKeycloakStoresThem(String value) {
        assertThat(NationalIdValidator.problem(value, KeyCheck.STRICT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'8 99700218896', SHAPE", "99700218896, SHAPE", "899700218897, KEY", "jeanne, SHAPE"})
    void refusesWhatIsNotTheIdentifierItself(String value, IdProblem problem) {
        assertThat(NationalIdValidator.problem(value, KeyCheck.STRICT)).contains(problem);
    }

    @Test
    void reportsTheSentenceOfTheLoginForm() {
        ValidationContext context = new ValidationContext();
        new NationalIdValidator().validate("899700218897", "username", context, ValidatorConfig.EMPTY);
        assertThat(context.getErrors())
                .singleElement()
                .satisfies(error -> assertThat(error.getMessage()).isEqualTo("proSanteIdKey"));
    }
}
