package fr.prosante.keycloak.psc.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A loosely typed JSON object, as Pro Santé Connect sends them: absent strings are empty strings, numbers may be strings
 * and the reverse, and the spelling of keys varies in case ({@code otherIds}, {@code otherIDs}). Nothing here throws on
 * content; whatever does not fit is absent.
 */
final class Claims {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 50;

    private final Map<String, Object> values;

    private Claims(Map<String, Object> values) {
        this.values = values;
    }

    static Claims of(Map<?, ?> json) {
        Map<String, Object> values = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.forEach((key, value) -> {
            if (key != null && value != null) {
                values.putIfAbsent(key.toString(), value);
            }
        });
        return new Claims(values);
    }

    /** The first of these claims that is a non-blank text, without control characters and cut at a sane length. */
    Optional<String> text(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(values.get(name)))
                .flatMap(value -> clean(value).stream())
                .findFirst();
    }

    /** A text or a list of texts. */
    List<String> texts(String name) {
        return items(name).flatMap(value -> clean(value).stream()).toList();
    }

    /** The code of {@code code^oid}, the form of the claims that feed the VIHF of the DMP. */
    Optional<String> code(String name) {
        return texts(name).stream()
                .map(value -> value.split("\\^", 2)[0].trim())
                .filter(code -> !code.isEmpty())
                .findFirst();
    }

    Claims object(String name) {
        return values.get(name) instanceof Map<?, ?> map ? of(map) : of(Map.of());
    }

    /** A list of objects; one object alone counts as a list of one. */
    List<Claims> objects(String name) {
        return items(name)
                .flatMap(item -> item instanceof Map<?, ?> map ? Stream.of(of(map)) : Stream.empty())
                .toList();
    }

    private Stream<?> items(String name) {
        Object value = values.get(name);
        if (value instanceof List<?> list) {
            return list.stream().limit(MOST_ITEMS);
        }
        return Stream.ofNullable(value);
    }

    private static Optional<String> clean(Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return Optional.empty();
        }
        String text = value.toString().replaceAll("\\p{Cntrl}", " ").trim();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
}
