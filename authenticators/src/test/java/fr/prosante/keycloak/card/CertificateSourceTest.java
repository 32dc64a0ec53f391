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
                "false, '', true, -",
                "false, 192.0.2.1, true, -",
                "true, 192.0.2.1, true, -",
                "true, 192.0.2.1, false, -",
                "true, 10.0.0.0/8, false, -",
                "true, 'fc00::/7, 172.16.0.0/12', false, -",
                "true, '', true, proxy-trusted-addresses is not",
                "true, '', false, proxy-trusted-addresses is not",
                "true, 0.0.0.0/0, false, trusts 0.0.0.0/0",
                "true, ::/0, false, trusts ::/0",
                "true, '192.0.2.1, 0.0.0.0/0', false, trusts 0.0.0.0/0",
                "true, '0.0.0.0/1,128.0.0.0/1', false, trusts 0.0.0.0/1",
                "true, 10.0.0.0/7, true, trusts 10.0.0.0/7",
                "true, 2000::/3, false, trusts 2000::/3",
                "false, '', false, proxy-headers is not set",
                "false, 192.0.2.1, false, proxy-headers is not set",
                "false, 0.0.0.0/0, true, -",
            })
    void saysWhatMustBeSetFirst(boolean behindProxy, String trusted, boolean fromTls, @Nullable String problem) {
        var found = CertificateSource.problem(behindProxy, trusted, fromTls);
        if (problem == null) {
            assertThat(found).isEmpty();
        } else {
            assertThat(found).hasValueSatisfying(told -> assertThat(told).contains(problem));
        }
    }
}
