package fr.prosante.keycloak.realm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Authentication flows: missing flows and executions are added, requirements and options set. */
final class Flows {
    private static final String FLOWS = "/authentication/flows/";

    private final AdminApi api;

    Flows(AdminApi api) {
        this.api = api;
    }

    void change(JsonNode live, JsonNode merged) {
        for (JsonNode config : merged.path("authenticatorConfig")) {
            JsonNode present = LiveRealm.named(
                    live.path("authenticatorConfig"),
                    "alias",
                    config.path("alias").asText());
            if (!present.isMissingNode() && !present.equals(config)) {
                api.put("/authentication/config/" + config.path("id").asText(), config);
            }
        }
        for (JsonNode flow : merged.path("authenticationFlows")) {
            if (flow.path("topLevel").asBoolean()) {
                JsonNode present = flow(live, flow.path("alias").asText());
                if (present.isMissingNode()) {
                    api.post(
                            "/authentication/flows",
                            ((ObjectNode) flow.deepCopy()).without("authenticationExecutions"));
                }
                complete(flow, live, merged);
            }
        }
    }

    private void complete(JsonNode flow, JsonNode live, JsonNode merged) {
        JsonNode present = flow(live, flow.path("alias").asText());
        for (JsonNode execution : flow.path("authenticationExecutions")) {
            JsonNode before = execution(present, execution);
            if (before.isMissingNode()) {
                add(flow, execution, merged);
            } else if (!before.equals(execution)) {
                set(flow, execution, idOf(flow, execution));
            }
            if (execution.hasNonNull("flowAlias")) {
                complete(flow(merged, execution.path("flowAlias").asText()), live, merged);
            }
        }
    }

    private void add(JsonNode flow, JsonNode execution, JsonNode merged) {
        ObjectNode body = LiveRealm.emptyObject();
        if (execution.hasNonNull("flowAlias")) {
            JsonNode child = flow(merged, execution.path("flowAlias").asText());
            body.set("alias", execution.path("flowAlias"));
            body.set("type", child.path("providerId"));
            body.set("description", child.path("description"));
            api.create(address(flow) + "/flow", body);
            // The answer is the address of the flow, not of its place in this one.
            set(flow, execution, idOf(flow, execution));
            return;
        }
        body.set("provider", execution.path("authenticator"));
        String id = api.create(address(flow) + "/execution", body);
        set(flow, execution, id);
        JsonNode config = LiveRealm.named(
                merged.path("authenticatorConfig"),
                "alias",
                execution.path("authenticatorConfig").asText());
        if (!config.isMissingNode()) {
            api.post("/authentication/executions/" + id + "/config", config);
        }
    }

    /** Requirement and place of an execution, as the document has them. */
    private void set(JsonNode flow, JsonNode execution, String id) {
        for (JsonNode one : api.get(address(flow))) {
            if (one.path("id").asText().equals(id)) {
                ObjectNode changed = one.deepCopy();
                changed.set("requirement", execution.path("requirement"));
                changed.set("priority", execution.path("priority"));
                api.put(address(flow), changed);
            }
        }
    }

    private String idOf(JsonNode flow, JsonNode execution) {
        boolean isFlow = execution.hasNonNull("flowAlias");
        String wanted = execution.path(isFlow ? "flowAlias" : "authenticator").asText();
        for (JsonNode one : api.get(address(flow))) {
            String name = one.path(isFlow ? "displayName" : "providerId").asText();
            if (one.path("level").asInt() == 0 && name.equals(wanted)) {
                return one.path("id").asText();
            }
        }
        throw new AdminApiException("« " + wanted + " » is not in the flow any more: somebody else is changing it");
    }

    private static String address(JsonNode flow) {
        return FLOWS + AdminApi.encoded(flow.path("alias").asText()) + "/executions";
    }

    private static JsonNode flow(JsonNode document, String alias) {
        return LiveRealm.named(document.path("authenticationFlows"), "alias", alias);
    }

    private static JsonNode execution(JsonNode flow, JsonNode like) {
        String field = like.hasNonNull("flowAlias") ? "flowAlias" : "authenticator";
        return LiveRealm.named(
                flow.path("authenticationExecutions"), field, like.path(field).asText());
    }
}
