package fr.prosante.keycloak.realm.core;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A three-way merge of realm documents. What only the live realm has stays; what it lacks is added, unless the last
 * version had it, for then somebody took it out; what differs is changed only if it is still as the last version had
 * it. Without a last version nothing that exists is changed.
 */
public final class Merge {
    private static final String MASK = "**********";

    private final List<Change> changes = new ArrayList<>();
    private final JsonNode merged;

    private Merge(JsonNode base, JsonNode target, JsonNode live) {
        merged = live.deepCopy();
        mergeObject("", base, target, (ObjectNode) merged);
    }

    /**
     * @param base the document of the version that the live realm was last brought to; missing if not known
     * @param target the document of the new version
     * @param live the live realm in the same shape
     */
    public static Merge of(JsonNode base, JsonNode target, JsonNode live) {
        return new Merge(base, target, live);
    }

    /** Every difference, in the order of the new version's document. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    /** The live document after {@link Change.Kind#ADD} and {@link Change.Kind#UPDATE}. */
    public JsonNode merged() {
        return merged;
    }

    private void mergeObject(String path, JsonNode base, JsonNode target, ObjectNode live) {
        for (Map.Entry<String, JsonNode> field : target.properties()) {
            String name = field.getKey();
            JsonNode wanted = field.getValue();
            JsonNode before = base.path(name);
            JsonNode present = live.path(name);
            String where = path.isEmpty() ? name : path + "/" + name;
            Optional<List<String>> keys = ListKeys.of(name, wanted);
            if (keys.isPresent()) {
                mergeList(where, keys.get(), before, wanted, list(live, name));
            } else if (wanted.isObject() && present.isObject()) {
                mergeObject(where, before, wanted, (ObjectNode) present);
            } else {
                mergeValue(where, before, wanted, present, live, name);
            }
        }
    }

    private void mergeList(String path, List<String> keys, JsonNode base, JsonNode target, ArrayNode live) {
        for (JsonNode wanted : target) {
            String key = ListKeys.key(wanted, keys);
            JsonNode present = ListKeys.find(live, keys, key);
            JsonNode before = ListKeys.find(base, keys, key);
            String where = path + "/" + key;
            if (!present.isMissingNode()) {
                mergeObject(where, before, wanted, (ObjectNode) present);
            } else if (before.isMissingNode()) {
                note(Change.Kind.ADD, where, present, wanted);
                live.add(wanted.deepCopy());
            } else {
                note(Change.Kind.LEAVE_OUT, where, present, wanted);
            }
        }
    }

    private void mergeValue(
            String where, JsonNode base, JsonNode wanted, JsonNode present, ObjectNode live, String name) {
        if (same(wanted, present)) {
            return;
        }
        if (absent(present) && absent(base)) {
            note(Change.Kind.ADD, where, MissingNode.getInstance(), wanted);
            live.set(name, wanted.deepCopy());
        } else if (same(base, present)) {
            note(Change.Kind.UPDATE, where, present, wanted);
            live.set(name, wanted.deepCopy());
        } else {
            note(absent(present) ? Change.Kind.LEAVE_OUT : Change.Kind.KEEP, where, present, wanted);
        }
    }

    private void note(Change.Kind kind, String where, JsonNode live, JsonNode target) {
        changes.add(new Change(kind, where, live, target));
    }

    private static ArrayNode list(ObjectNode parent, String name) {
        return parent.path(name).isArray() ? (ArrayNode) parent.get(name) : parent.putArray(name);
    }

    /** Keycloak answers "true" for true, leaves empty things out, and masks secrets, of which nothing can be said. */
    private static boolean same(JsonNode one, JsonNode other) {
        if (other.asText().equals(MASK)) {
            return true;
        }
        if (absent(one) || absent(other)) {
            return absent(one) && absent(other);
        }
        if (one.isContainerNode() || other.isContainerNode()) {
            return one.equals(other);
        }
        return one.asText().equals(other.asText());
    }

    private static boolean absent(JsonNode node) {
        return node.isMissingNode()
                || node.isNull()
                || (node.isContainerNode() && node.isEmpty())
                || (node.isTextual() && node.asText().isEmpty());
    }
}
