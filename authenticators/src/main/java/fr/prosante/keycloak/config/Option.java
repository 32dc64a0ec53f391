package fr.prosante.keycloak.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.Constants;
import org.keycloak.provider.ProviderConfigProperty;

/**
 * One setting of a provider: its name in the configuration, its type, its default (written here and nowhere else), and how
 * it is read. Label and help are the message keys {@code <owner><Name>Label} and {@code <owner><Name>Help}: the admin
 * console translates them with the messages of this jar.
 *
 * @param <T> type of the value once read
 */
public final class Option<T> {

    private static final Logger LOG = Logger.getLogger(Option.class);

    private final String owner;
    private final String name;
    private final String type;
    private final T fallback;
    private final String fallbackText;
    private final List<String> choices;
    /** Throws {@link WrongValue} with what is accepted. */
    private final Function<String, T> parser;

    private Option(
            String owner,
            String name,
            String type,
            T fallback,
            String fallbackText,
            List<String> choices,
            Function<String, T> parser) {
        this.owner = owner;
        this.name = name;
        this.type = type;
        this.fallback = fallback;
        this.fallbackText = fallbackText;
        this.choices = List.copyOf(choices);
        this.parser = parser;
    }

    public static Option<Boolean> flag(String owner, String name, boolean fallback) {
        return new Option<>(
                owner,
                name,
                ProviderConfigProperty.BOOLEAN_TYPE,
                fallback,
                Boolean.toString(fallback),
                List.of(),
                Parsers::flag);
    }

    /** A whole number from {@code min} to {@code max}, both included. */
    public static Option<Integer> number(String owner, String name, int fallback, int min, int max) {
        return new Option<>(
                owner,
                name,
                ProviderConfigProperty.INTEGER_TYPE,
                fallback,
                Integer.toString(fallback),
                List.of(),
                text -> Parsers.number(text, min, max));
    }

    /**
     * A line of text that matches the whole of {@code shape}; empty is written as empty.
     *
     * @param refusal the message that says what is accepted
     */
    public static Option<String> text(String owner, String name, String fallback, Pattern shape, String refusal) {
        return parsed(owner, name, fallback, fallback, text -> Parsers.text(text, shape, refusal));
    }

    /** A value of any type that has a text form. */
    public static <T> Option<T> parsed(
            String owner, String name, T fallback, String fallbackText, Function<String, T> parser) {
        return new Option<>(owner, name, ProviderConfigProperty.STRING_TYPE, fallback, fallbackText, List.of(), parser);
    }

    /** One constant of an enum, written in lower case with hyphens. */
    public static <E extends Enum<E>> Option<E> choice(String owner, String name, E fallback) {
        List<E> constants = List.of(fallback.getDeclaringClass().getEnumConstants());
        return new Option<>(
                owner,
                name,
                ProviderConfigProperty.LIST_TYPE,
                fallback,
                written(fallback),
                constants.stream().map(Option::written).toList(),
                text -> Parsers.choice(text, constants));
    }

    /** Several lines of text, each of which is read by {@code parser}; blank ones are dropped. */
    public static <T> Option<List<T>> list(
            String owner, String name, List<String> fallback, Function<String, T> parser) {
        Function<String, List<T>> each = text -> Arrays.stream(text.split(Pattern.quote(Constants.CFG_DELIMITER)))
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .map(parser)
                .toList();
        String fallbackText = String.join(Constants.CFG_DELIMITER, fallback);
        return new Option<>(
                owner,
                name,
                ProviderConfigProperty.MULTIVALUED_STRING_TYPE,
                each.apply(fallbackText),
                fallbackText,
                List.of(),
                each);
    }

    /** Several constants of an enum, ticked in a list. */
    public static <E extends Enum<E>> Option<List<E>> choices(String owner, String name, E first, List<E> fallback) {
        List<E> constants = List.of(first.getDeclaringClass().getEnumConstants());
        Option<List<E>> list = list(
                owner, name, fallback.stream().map(Option::written).toList(), text -> Parsers.choice(text, constants));
        return new Option<>(
                owner,
                name,
                ProviderConfigProperty.MULTIVALUED_LIST_TYPE,
                fallback,
                list.fallbackText,
                constants.stream().map(Option::written).toList(),
                list.parser);
    }

    static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String name() {
        return name;
    }

    public T fallback() {
        return fallback;
    }

    public String labelKey() {
        return key("Label");
    }

    public String helpKey() {
        return key("Help");
    }

    private String key(String suffix) {
        StringBuilder key = new StringBuilder(owner);
        for (String word : name.split("-")) {
            key.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return key.append(suffix).toString();
    }

    public ProviderConfigProperty toProviderConfigProperty() {
        ProviderConfigProperty property = new ProviderConfigProperty(
                name, labelKey(), helpKey(), type, fallbackText, choices.toArray(new String[0]));
        if (type.equals(ProviderConfigProperty.BOOLEAN_TYPE)) {
            property.setDefaultValue(fallback);
        }
        return property;
    }

    /** The value in force; a value that cannot be read falls back to the default, with a warning in the log. */
    public T value(@Nullable AuthenticatorConfigModel config) {
        return config == null || config.getConfig() == null ? fallback : value(config.getConfig());
    }

    /** The same, for other kinds of provider that keep their configuration as a map. */
    public T value(Map<String, String> config) {
        String text = config.get(name);
        if (text == null) {
            return fallback;
        }
        try {
            return parser.apply(text.strip());
        } catch (WrongValue wrong) {
            LOG.warnf(
                    "setting %s of %s is not valid, the default %s is used: %s",
                    name, owner, fallbackText, AdminTexts.english().tell(wrong.of(this)));
            return fallback;
        }
    }

    /** What is wrong with the configured value; empty if nothing is. */
    public Optional<Problem> problem(Map<String, String> config) {
        String text = config.get(name);
        if (text == null) {
            return Optional.empty();
        }
        try {
            T unused = parser.apply(text.strip());
            return Optional.empty();
        } catch (WrongValue wrong) {
            return Optional.of(wrong.of(this));
        }
    }
}
