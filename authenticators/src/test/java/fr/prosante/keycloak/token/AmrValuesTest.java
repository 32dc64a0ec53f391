package fr.prosante.keycloak.token;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class AmrValuesTest {

    static Stream<Arguments> references() {
        return Stream.of(
                Arguments.of(List.of(), List.of()),
                Arguments.of(List.of("sc pin mfa"), List.of("sc", "pin", "mfa")),
                Arguments.of(List.of("pwd", "otp mfa"), List.of("pwd", "otp", "mfa")),
                Arguments.of(List.of(" sc  pin ", "", "sc mfa"), List.of("sc", "pin", "mfa")));
    }

    @ParameterizedTest
    @MethodSource("references")
    void saysEachValueOnceInOrder(List<String> references, List<String> expected) {
        assertThat(AmrValues.merge(references.stream())).isEqualTo(expected);
    }
}
