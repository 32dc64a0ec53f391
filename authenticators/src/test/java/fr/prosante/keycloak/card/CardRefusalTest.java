package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.card.core.CardFault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class CardRefusalTest {

    @ParameterizedTest
    @EnumSource(CardFault.class)
    void everyFaultIsARefusal(CardFault fault) {
        assertThat(CardRefusal.of(fault).reason()).isEqualTo(fault.name().toLowerCase(java.util.Locale.ROOT));
    }

    @ParameterizedTest
    @EnumSource(CardRefusal.class)
    void everyRefusalSaysWhatHappenedAndWhatToDo(CardRefusal refusal) throws IOException {
        for (String language : new String[] {"fr", "en"}) {
            assertThat(Files.readAllLines(Path.of(
                            "src/main/resources/theme-resources/messages/messages_" + language + ".properties")))
                    .anyMatch(line -> line.startsWith(refusal.titleKey() + "="))
                    .anyMatch(line -> line.startsWith(refusal.messageKey() + "="))
                    .anyMatch(line -> line.startsWith(refusal.helpKey() + "="));
        }
    }

    @Test
    void saysThatACardWasRefusedOnlyWhereOneWasSeenAndIsAtFault() {
        assertThat(CardRefusal.NO_CERTIFICATE.titleKey()).isEqualTo("proSanteCardUnreadTitle");
        assertThat(CardRefusal.CANNOT_TELL.titleKey()).isEqualTo("proSanteCardInterruptedTitle");
        assertThat(CardRefusal.REVOKED.titleKey()).isEqualTo("proSanteCardRefusedTitle");
    }
}
