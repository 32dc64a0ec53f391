package fr.prosante.keycloak.realm.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.List;
import java.util.Optional;

/** By which fields the items of a realm's lists are known; lists that are not named here are values as a whole. */
final class ListKeys {
    private ListKeys() {}

    /** The fields for a list under this name, if its items have names. */
    static Optional<List<String>> of(String listName, JsonNode list) {
        List<String> fields = switch (listName) {
            case "authenticationFlows", "authenticatorConfig", "identityProviders", "requiredActions" ->
                List.of("alias");
            case "authenticationExecutions" -> List.of("flowAlias", "authenticator");
            case "identityProviderMappers" -> List.of("identityProviderAlias", "name");
            case "attributes", "clientScopes", "defaultDefaultClientScopes", "groups", "protocolMappers" ->
                List.of("name");
            default -> List.of();
        };
        return Optional.of(fields).filter(names -> list.isArray() && !names.isEmpty());
    }

    static String key(JsonNode item, List<String> fields) {
        StringBuilder key = new StringBuilder();
        for (String field : fields) {
            if (item.hasNonNull(field)) {
                key.append(key.isEmpty() ? "" : "/").append(item.path(field).asText());
            }
        }
        return key.toString();
    }

    /** The item of that key, missing if there is none. */
    static JsonNode find(JsonNode list, List<String> fields, String key) {
        for (JsonNode item : list) {
            if (key(item, fields).equals(key)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }
}
