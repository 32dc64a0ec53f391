package fr.prosante.keycloak.testbed.psc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashMap;
import java.util.Map;

final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static String text(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The members of an object that are texts; empty if it is not an object. */
    static Map<String, String> texts(String json) {
        try {
            Map<String, String> texts = new HashMap<>();
            MAPPER.readTree(json).properties().forEach(entry -> {
                if (entry.getValue().isTextual()) {
                    texts.put(entry.getKey(), entry.getValue().asText());
                }
            });
            return texts;
        } catch (JsonProcessingException e) {
            return Map.of();
        }
    }
}
