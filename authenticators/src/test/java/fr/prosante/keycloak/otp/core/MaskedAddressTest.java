package fr.prosante.keycloak.otp.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MaskedAddressTest {
    @ParameterizedTest
    @CsvSource({
        "marie.durand@chu-lyon.fr, m…@c….fr",
        "a@b.fr, a…@b….fr",
        "x@y@mail.example.org, x…@m….org",
        "marie@localhost, m…@l…",
        "@example.fr, …",
        "marie@, …",
        "marie, …",
        "'', …",
        "𝒜lice@exemple.fr, 𝒜…@e….fr",
    })
    void only_first_letters_and_the_last_label_remain(String address, String masked) {
        assertThat(MaskedAddress.of(address)).isEqualTo(masked);
    }
}
