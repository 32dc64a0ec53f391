package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CertificateSourceTest {

    /** A certificate is believed from TLS itself, or from a proxy that was named. */
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                // proxy-headers, proxy-trusted-addresses, look-up from TLS
                "false, false, true, -",
                "false, true, true, -",
                "true, true, true, -",
                "true, true, false, -",
                "true, false, true, proxy-trusted-addresses is not",
                "true, false, false, proxy-trusted-addresses is not",
                "false, false, false, proxy-headers is not set",
                "false, true, false, proxy-headers is not set",
            })
    void saysWhatMustBeSetFirst(boolean behindProxy, boolean trustedNamed, boolean fromTls, @Nullable String problem) {
        var found = CertificateSource.problem(behindProxy, trustedNamed, fromTls);
        if (problem == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(told -> assertThat(told).contains(problem));
        }
    }
}
