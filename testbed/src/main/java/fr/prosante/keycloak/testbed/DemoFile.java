package fr.prosante.keycloak.testbed;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code testbed/target/demo.json}: the running demo for programs. There while the demo is ready, else absent. */
final class DemoFile {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    DemoFile(Path file) {
        this.file = file;
    }

    void write(Testbed testbed) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("portal", testbed.portal().url().toString());
        content.put("keycloak", testbed.loginUrl().toString());
        content.put("door", testbed.doorUrl().toString());
        content.put("realm", testbed.realm());
        content.put(
                "admin",
                Map.of(
                        "url", testbed.loginUrl().resolve("/admin/").toString(),
                        "user", KeycloakServer.ADMIN,
                        "password", KeycloakServer.ADMIN));
        content.put("mailbox", testbed.mailbox().json().toString());
        content.put("ca", testbed.serverCa().toString());
        content.put(
                "cards", testbed.cards().cards().stream().map(DemoFile::card).toList());
        try {
            Path fresh = file.resolveSibling("demo.json.new");
            JSON.writeValue(fresh.toFile(), content);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> card(Card card) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("name", card.name());
        fields.put("idNat", card.idNat());
        fields.put("kind", card.kind().name());
        fields.put("pkcs12", card.pkcs12().toString());
        fields.put("pin", card.pin());
        fields.put("usable", card.usable());
        return fields;
    }
}
