package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DoorAddressTest {

    @ParameterizedTest
    @CsvSource({
        "https://carte.example.fr, https://carte.example.fr/realms/x, true",
        "https://carte.example.fr/, https://CARTE.example.fr:443/realms/x, true",
        "https://carte.example.fr, http://carte.example.fr/x, false",
        "https://carte.example.fr, https://login.example.fr/x, false",
        "https://carte.example.fr, https://carte.example.fr.evil.test/x, false",
        "https://127.0.0.1:8444, https://127.0.0.1:8443/x, false",
        "https://127.0.0.1:8444, https://127.0.0.1:8444/x, true",
        "https://{nonce}.carte.example.fr, https://cabc123.carte.example.fr/x, true",
        "https://{nonce}.carte.example.fr, https://a.b.carte.example.fr/x, false",
        "https://{nonce}.carte.example.fr, https://carte.example.fr/x, false"
    })
    void knowsItsOwnHost(String template, String request, boolean own) {
        assertThat(DoorAddress.parse(template).orElseThrow().isOf(URI.create(request)))
                .isEqualTo(own);
    }

    @Test
    void isAnotherHostAtEachAttemptWithANonce() {
        DoorAddress door = DoorAddress.parse("https://{nonce}.carte.example.fr").orElseThrow();
        assertThat(door.base()).isNotEqualTo(door.base());
        assertThat(door.isOf(door.base())).isTrue();
        assertThat(door.hasNonce()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"http://carte.example.fr", "carte.example.fr", "https://", "https://u@x.fr", "https://x.fr?a=b"})
    void isAnHttpsAddress(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> DoorAddress.parse(text));
    }

    @Test
    void isOnTheLoginHostWhenEmpty() {
        assertThat(DoorAddress.parse("")).isEmpty();
    }
}
