package fr.prosante.keycloak.charter.core;

import fr.prosante.keycloak.charter.core.Block.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Reads the little that the text of a charter may mark: an empty line ends a paragraph, {@code # } begins a heading, lines
 * that begin with {@code - } are a list. No HTML: whoever edits a translation must not be able to put a script into the
 * login page. The admin console edits a translation in one line: there, {@code \n} is typed for the end of a line.
 */
final class CharterText {

    private static final Pattern TYPED_LINE_END = Pattern.compile("\\\\n");
    private static final Pattern EMPTY_LINES = Pattern.compile("\\R[ \\t]*(?:\\R[ \\t]*)+");
    private static final Pattern LINE_END = Pattern.compile("\\R");

    private static final String HEADING = "# ";
    private static final String ITEM = "- ";

    private CharterText() {}

    static List<Block> blocks(String text) {
        String lines = TYPED_LINE_END.matcher(text).replaceAll("\n").strip();
        return EMPTY_LINES
                .splitAsStream(lines)
                .map(String::strip)
                .filter(block -> !block.isEmpty())
                .map(CharterText::block)
                .toList();
    }

    private static Block block(String text) {
        List<String> lines =
                Arrays.stream(LINE_END.split(text, -1)).map(String::strip).toList();
        if (lines.stream().allMatch(line -> line.startsWith(ITEM))) {
            return new Block(
                    Kind.LIST,
                    lines.stream()
                            .map(line -> line.substring(ITEM.length()).strip())
                            .toList());
        }
        String joined = String.join(" ", lines);
        return joined.startsWith(HEADING)
                ? new Block(
                        Kind.HEADING, List.of(joined.substring(HEADING.length()).strip()))
                : new Block(Kind.PARAGRAPH, List.of(joined));
    }
}
