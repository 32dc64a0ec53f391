package fr.prosante.keycloak.psc.core;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A loosely typed JSON object, as Pro Santé Connect sends them: absent strings are empty strings, numbers may be strings
 * and the reverse, and the spelling of keys varies in case ({@code otherIds}, {@code otherIDs}). Nothing here throws on
 * content; whatever does not fit is absent.
 */
final class Claims {

    private static final int LONGEST_TEXT = 200;
    private static final int MOST_ITEMS = 50;

    /** Controls, and marks that cannot be seen, such as those that turn the direction of what follows. */
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");

    private final Map<?, ?> exact;
    private final Map<String, Object> anyCase;

    private Claims(Map<?, ?> exact, Map<String, Object> anyCase) {
        this.exact = exact;
        this.anyCase = anyCase;
    }

    static Claims of(Map<?, ?> json) {
        Map<String, Object> anyCase = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        json.forEach((key, value) -> {
            if (key != null && value != null) {
                anyCase.putIfAbsent(key.toString(), value);
            }
        });
        return new Claims(json, anyCase);
    }

    /** The right spelling first: a second {@code SUB} must not be another person than the {@code sub} that was checked. */
    private @Nullable Object value(String name) {
        Object value = exact.get(name);
        return value != null ? value : anyCase.get(name);
    }

    /** The first of these claims that is a non-blank text, without control characters and unseen marks, and cut at a sane length. */
    Optional<String> text(String... names) {
        return Stream.of(names)
                .flatMap(name -> Stream.ofNullable(value(name)))
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
        return value(name) instanceof Map<?, ?> map ? of(map) : of(Map.of());
    }

    /** A list of objects; one object alone counts as a list of one. */
    List<Claims> objects(String name) {
        return items(name)
                .flatMap(item -> item instanceof Map<?, ?> map ? Stream.of(of(map)) : Stream.empty())
                .toList();
    }

    private Stream<?> items(String name) {
        Object value = value(name);
        if (value instanceof List<?> list) {
            return list.stream().limit(MOST_ITEMS);
        }
        return Stream.ofNullable(value);
    }

    private static Optional<String> clean(Object value) {
        if (!(value instanceof String || value instanceof Number || value instanceof Boolean)) {
            return Optional.empty();
        }
        String text = UNFIT.matcher(value.toString()).replaceAll(" ").trim();
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of(text.substring(0, Math.min(text.length(), LONGEST_TEXT)));
    }
}
