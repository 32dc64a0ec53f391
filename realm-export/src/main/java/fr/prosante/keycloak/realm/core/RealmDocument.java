package fr.prosante.keycloak.realm.core;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A realm as JSON, in the shape in which an export and a live realm can be compared: the user profile, which Keycloak
 * wraps as text into a component, under {@code userProfile}; what belongs to the site and not to a version left out.
 */
public final class RealmDocument {
    /** Realm attribute that says which version of the export the realm was last brought to. */
    public static final String VERSION_ATTRIBUTE = "proSanteRealmVersion";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PROFILE_PROVIDER = "org.keycloak.userprofile.UserProfileProvider";
    private static final String DEFAULT_SCOPES = "defaultDefaultClientScopes";
    private static final List<String> OF_THE_IMPORT = List.of("CreateDefaultClientScopes");
    private static final List<String> OF_THE_SITE =
            List.of("id", "realm", "enabled", "smtpServer", "components", "users");

    /** {@code ${NAME}} and {@code ${NAME:default}} as Keycloak's import knows them; {@code ${camelCase}} are message keys. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)(?::([^}]*))?}");

    private RealmDocument() {}

    /** An export with its placeholders filled, those without value and default left as they are. */
    public static JsonNode ofExport(JsonNode export, Function<String, Optional<String>> environment) {
        return comparable(filled(export, environment));
    }

    /**
     * A live realm.
     *
     * @param realm the answer to a partial export
     * @param profile the user profile, from its own address
     * @param defaultScopes the client scopes that new clients get
     * @param options reads the options of an execution by their id: an export masks some of them
     */
    public static JsonNode ofLive(
            JsonNode realm, JsonNode profile, JsonNode defaultScopes, Function<String, JsonNode> options) {
        ObjectNode document = (ObjectNode) comparable(realm);
        document.set("userProfile", profile.deepCopy());
        ArrayNode configs = document.putArray("authenticatorConfig");
        realm.path("authenticatorConfig")
                .forEach(config -> configs.add(options.apply(config.path("id").asText())));
        ArrayNode scopes = document.putArray(DEFAULT_SCOPES);
        defaultScopes.forEach(
                scope -> scopes.addObject().put("name", scope.path("name").asText()));
        return document;
    }

    /** Empty for a realm that was made before versions were kept, or by hand. */
    public static Optional<String> version(JsonNode document) {
        return Optional.ofNullable(
                document.path("attributes").path(VERSION_ATTRIBUTE).asText(null));
    }

    private static JsonNode comparable(JsonNode realm) {
        ObjectNode document = realm.deepCopy();
        JsonNode profile = realm.path("components")
                .path(PROFILE_PROVIDER)
                .path(0)
                .path("config")
                .path("kc.user.profile.config")
                .path(0);
        if (profile.isTextual()) {
            document.set("userProfile", parsed(profile.asText()));
        }
        document.remove(OF_THE_SITE);
        if (document.path("attributes") instanceof ObjectNode attributes) {
            attributes.remove(OF_THE_IMPORT);
        }
        if (document.has(DEFAULT_SCOPES)) {
            ArrayNode scopes = document.putArray(DEFAULT_SCOPES);
            realm.path(DEFAULT_SCOPES).forEach(name -> scopes.addObject().set("name", name));
        }
        return document;
    }

    private static JsonNode filled(JsonNode node, Function<String, Optional<String>> environment) {
        if (node.isTextual()) {
            return TextNode.valueOf(filled(node.asText(), environment));
        }
        JsonNode copy = node.deepCopy();
        if (copy instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                object.set(field.getKey(), filled(field.getValue(), environment));
            }
        }
        if (copy.isArray()) {
            var array = JSON.createArrayNode();
            node.forEach(item -> array.add(filled(item, environment)));
            return array;
        }
        return copy;
    }

    private static String filled(String text, Function<String, Optional<String>> environment) {
        return PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(environment
                        .apply(match.group(1))
                        .or(() -> Optional.ofNullable(match.group(2)))
                        .orElse(match.group())));
    }

    private static JsonNode parsed(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The user profile of the realm file is no JSON", e);
        }
    }
}
