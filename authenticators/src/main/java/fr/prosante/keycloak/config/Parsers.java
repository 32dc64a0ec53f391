package fr.prosante.keycloak.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How option values are read from text. */
final class Parsers {

    private Parsers() {}

    static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false is expected");
        };
    }

    static Integer number(String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(range(min, max), e);
        }
        throw new IllegalArgumentException(range(min, max));
    }

    private static String range(int min, int max) {
        return "a whole number from " + min + " to " + max + " is expected";
    }

    static String text(String text, Pattern shape) {
        if (!shape.matcher(text).matches()) {
            throw new IllegalArgumentException("a text of the form " + shape.pattern() + " is expected");
        }
        return text;
    }

    static <E extends Enum<E>> E choice(String text, List<E> constants) {
        return constants.stream()
                .filter(constant -> Option.written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(constants.stream()
                        .map(Option::written)
                        .collect(Collectors.joining(", ", "one of ", " is expected"))));
    }
}
