package fr.prosante.keycloak.charter.core;

import java.util.List;

/** A heading or a paragraph (one line), or a list (a line per item), as plain text: the page escapes it. */
public record Block(Kind kind, List<String> lines) {

    /** What a block is. */
    public enum Kind {
        HEADING,
        PARAGRAPH,
        LIST
    }

    public Block {
        lines = List.copyOf(lines);
    }
}
