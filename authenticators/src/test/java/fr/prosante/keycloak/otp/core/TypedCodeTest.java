package fr.prosante.keycloak.otp.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.otp.core.TypedCode.Problem;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TypedCodeTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345",
                " 012345\n",
                "012 345",
                "012-345",
                "01\u00a023\u202f45",
                "012\u2011345",
                "012 – 345",
                "012\u2212345",
                "\ufeff012345\u200b",
                "0 1 2 3 4 5\t"
            })
    void digits_are_read_through_spaces_dashes_and_invisible_marks(String typed) {
        assertThat(TypedCode.parse(typed, 6)).isEqualTo(new TypedCode(Optional.empty(), "012345"));
    }

    @ParameterizedTest
    @CsvSource({
        "'', EMPTY",
        "' - ', EMPTY",
        "12345, LENGTH",
        "1234567, LENGTH",
        "12345a, NOT_DIGITS",
        "O12345, NOT_DIGITS",
        "12.345, NOT_DIGITS",
        "١٢٣٤٥٦, OTHER_DIGITS",
        "۱۲۳۴۵۶, OTHER_DIGITS",
        "１２３４５６, OTHER_DIGITS",
        "12345٦, OTHER_DIGITS",
    })
    void what_is_no_code_is_told_apart(String typed, Problem problem) {
        assertThat(TypedCode.parse(typed, 6)).isEqualTo(new TypedCode(Optional.of(problem), ""));
    }
}
