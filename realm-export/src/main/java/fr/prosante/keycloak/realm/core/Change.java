package fr.prosante.keycloak.realm.core;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One difference between a live realm and the new version.
 *
 * @param where path in the realm document, list items by their name: {@code clientScopes/pro-sante/protocolMappers/rpps}
 * @param live what the realm has; missing if it has nothing there
 * @param target what the new version has there
 */
public record Change(Kind kind, String where, JsonNode live, JsonNode target) {
    private static final int SHOWN = 100;

    /** What is done about it. */
    public enum Kind {
        /** Is not in the realm yet: added. */
        ADD("+"),
        /** Nobody changed it since the last version, and the new version has something else: changed. */
        UPDATE("~"),
        /** An administrator set it, or it cannot be told who did: left as it is. */
        KEEP("="),
        /** An administrator removed it: not brought back. */
        LEAVE_OUT("-");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }
    }

    public boolean changesTheRealm() {
        return kind == Kind.ADD || kind == Kind.UPDATE;
    }

    /** For people, one line: sign, path, and both values where they are short. */
    @Override
    public String toString() {
        String line = kind.sign + " " + where;
        return switch (kind) {
            case ADD -> target.isContainerNode() ? line : line + ": " + shown(target);
            case UPDATE -> line + ": " + shown(live) + " → " + shown(target);
            case KEEP -> line + ": stays " + shown(live) + " (this version: " + shown(target) + ")";
            case LEAVE_OUT -> line + ": stays removed";
        };
    }

    private static String shown(JsonNode value) {
        String text = value.isMissingNode() ? "nothing" : value.toString();
        return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
    }
}
