package fr.prosante.keycloak.config;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How option values are read from text, or refused with a {@link WrongValue}. */
final class Parsers {

    private Parsers() {}

    static Boolean flag(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new WrongValue("proSanteSettingFlag");
        };
    }

    static Integer number(String text, int min, int max) {
        try {
            int number = Integer.parseInt(text);
            if (number >= min && number <= max) {
                return number;
            }
        } catch (NumberFormatException notANumber) {
            // refused as a number out of range is
        }
        throw new WrongValue("proSanteSettingNumber", String.valueOf(min), String.valueOf(max));
    }

    static String text(String text, Pattern shape, String refusal) {
        if (!shape.matcher(text).matches()) {
            throw new WrongValue(refusal);
        }
        return text;
    }

    static <E extends Enum<E>> E choice(String text, List<E> constants) {
        return constants.stream()
                .filter(constant -> Option.written(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new WrongValue(
                        "proSanteSettingChoice",
                        constants.stream().map(Option::written).collect(Collectors.joining(", "))));
    }
}
