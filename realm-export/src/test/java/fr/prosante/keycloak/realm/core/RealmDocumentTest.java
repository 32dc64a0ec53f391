package fr.prosante.keycloak.realm.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RealmDocumentTest {
    private final JsonNode export = read();

    @Test
    void placeholdersAreFilledAsTheImportDoes() {
        JsonNode document = RealmDocument.ofExport(
                export,
                name -> Optional.ofNullable(
                        Map.of("PRO_SANTE_CARD_DOOR_URL", "https://carte").get(name)));

        assertThat(document.findValuesAsText("doorBaseUrl")).containsExactly("https://carte");
        assertThat(document.findValuesAsText("anchorSet")).containsExactly("igc-sante");
    }

    @Test
    void messageKeysAreNoPlaceholders() {
        assertThat(document().findValuesAsText("displayName")).contains("${proSanteAttributeRpps}");
    }

    @Test
    void theUserProfileIsComparedAttributeByAttribute() {
        assertThat(document().path("userProfile").path("attributes").findValuesAsText("name"))
                .contains("nationalId");
    }

    @Test
    void whatBelongsToTheSiteIsLeftOut() {
        assertThat(document().has("smtpServer")).isFalse();
    }

    @Test
    void theExportSaysItsVersion() {
        assertThat(RealmDocument.version(document())).contains(System.getProperty("prosante.version"));
    }

    @Test
    void theExportBroughtToItselfChangesNothing() {
        assertThat(Merge.of(document(), document(), document()).changes()).isEmpty();
    }

    private JsonNode document() {
        return RealmDocument.ofExport(export, name -> Optional.empty());
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper().readTree(Path.of("pro-sante-realm.json").toFile());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
