package fr.prosante.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.prosante.keycloak.realm.core.RealmDocument;
import java.util.List;
import java.util.Map;

/**
 * Reads a live realm and brings it from one document to another. Every step is an admin request of its own, in an order
 * in which nothing refers to what is not there yet; a run that was cut short is finished by the next one.
 */
final class LiveRealm {
    /** Lists that have addresses of their own; everything else is a field of the realm. */
    private static final List<String> LISTS = List.of(
            "authenticationFlows",
            "authenticatorConfig",
            "clientScopes",
            "defaultDefaultClientScopes",
            "identityProviders",
            "identityProviderMappers",
            "requiredActions",
            "userProfile");

    private final AdminApi api;

    LiveRealm(AdminApi api) {
        this.api = api;
    }

    JsonNode read() {
        JsonNode export = api.post("/partial-export?exportClients=false&exportGroupsAndRoles=false", emptyObject());
        return RealmDocument.ofLive(
                export,
                api.get("/users/profile"),
                api.get("/default-default-client-scopes"),
                id -> api.get("/authentication/config/" + id));
    }

    void change(JsonNode live, JsonNode merged) {
        if (!merged.path("userProfile").equals(live.path("userProfile"))) {
            api.put("/users/profile", merged.path("userProfile"));
        }
        new Flows(api).change(live, merged);
        changeScopes(live, merged);
        changeItems(
                "/authentication/required-actions/", "requiredActions", "alias", live, merged, this::registerAction);
        changeItems(
                "/identity-provider/instances/",
                "identityProviders",
                "alias",
                live,
                merged,
                provider -> api.post("/identity-provider/instances", provider));
        addProviderMappers(live, merged);
        changeFields(live, merged);
    }

    private void changeFields(JsonNode live, JsonNode merged) {
        ObjectNode changed = emptyObject();
        for (Map.Entry<String, JsonNode> field : merged.properties()) {
            if (!LISTS.contains(field.getKey()) && !field.getValue().equals(live.path(field.getKey()))) {
                changed.set(field.getKey(), field.getValue());
            }
        }
        if (!changed.isEmpty()) {
            api.put("", changed);
        }
    }

    private void changeScopes(JsonNode live, JsonNode merged) {
        for (JsonNode scope : merged.path("clientScopes")) {
            JsonNode present =
                    named(live.path("clientScopes"), "name", scope.path("name").asText());
            if (present.isMissingNode()) {
                api.post("/client-scopes", scope);
            } else if (!present.equals(scope)) {
                String address = "/client-scopes/" + scope.path("id").asText();
                api.put(address, ((ObjectNode) scope.deepCopy()).without("protocolMappers"));
                changeMappers(address + "/protocol-mappers/models", present, scope);
            }
        }
        JsonNode scopes = api.get("/client-scopes");
        for (JsonNode scope : merged.path("defaultDefaultClientScopes")) {
            String name = scope.path("name").asText();
            if (named(live.path("defaultDefaultClientScopes"), "name", name).isMissingNode()) {
                api.put("/default-default-client-scopes/"
                        + named(scopes, "name", name).path("id").asText());
            }
        }
    }

    private void changeMappers(String address, JsonNode present, JsonNode scope) {
        for (JsonNode mapper : scope.path("protocolMappers")) {
            JsonNode before = named(
                    present.path("protocolMappers"), "name", mapper.path("name").asText());
            if (before.isMissingNode()) {
                api.post(address, mapper);
            } else if (!before.equals(mapper)) {
                api.put(address + "/" + mapper.path("id").asText(), mapper);
            }
        }
    }

    private void addProviderMappers(JsonNode live, JsonNode merged) {
        for (JsonNode mapper : merged.path("identityProviderMappers")) {
            boolean known = false;
            for (JsonNode present : live.path("identityProviderMappers")) {
                known |= present.equals(mapper);
            }
            if (!known && !mapper.has("id")) {
                api.post(
                        "/identity-provider/instances/"
                                + AdminApi.encoded(
                                        mapper.path("identityProviderAlias").asText()) + "/mappers",
                        mapper);
            }
        }
    }

    private void registerAction(JsonNode action) {
        ObjectNode registration = emptyObject();
        registration.set("providerId", action.path("providerId"));
        registration.set("name", action.path("name"));
        api.post("/authentication/register-required-action", registration);
        api.put(
                "/authentication/required-actions/"
                        + AdminApi.encoded(action.path("alias").asText()),
                action);
    }

    private void changeItems(
            String address,
            String list,
            String key,
            JsonNode live,
            JsonNode merged,
            java.util.function.Consumer<JsonNode> add) {
        for (JsonNode item : merged.path(list)) {
            String name = item.path(key).asText();
            JsonNode present = named(live.path(list), key, name);
            if (present.isMissingNode()) {
                add.accept(item);
            } else if (!present.equals(item)) {
                api.put(address + AdminApi.encoded(name), item);
            }
        }
    }

    static JsonNode named(JsonNode list, String field, String name) {
        for (JsonNode item : list) {
            if (item.path(field).asText().equals(name)) {
                return item;
            }
        }
        return MissingNode.getInstance();
    }

    static ObjectNode emptyObject() {
        return JsonNodeFactory.instance.objectNode();
    }
}
