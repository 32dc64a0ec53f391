package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Texts: the same in both languages, all used, none written into a template. */
final class MessagesTest {

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\d)");

    /** Keys that templates put together from a prefix and a name. */
    private static final List<String> BUILT = List.of("proSantePortal.", "proSanteRule.", "proSanteMail.type.");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void bothLanguagesHaveTheSameTexts(String type) {
        Properties french = Texts.own(type, Locale.FRENCH);
        Properties english = Texts.own(type, Locale.ENGLISH);

        assertThat(french.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        french.stringPropertyNames()
                .forEach(key -> assertThat(parameters(french.getProperty(key)))
                        .as(key)
                        .isEqualTo(parameters(english.getProperty(key))));
    }

    /** The theme's text would win over the provider's: right for Keycloak's words, a mistake for ours. */
    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void noTextHidesOneOfTheProviders(String type) {
        assertThat(Texts.own(type, Locale.FRENCH).stringPropertyNames())
                .doesNotContainAnyElementsOf(Texts.providers(Locale.FRENCH).stringPropertyNames());
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void noTextIsForNothing(String type) {
        Set<String> stock = Texts.read("theme/base/" + type + "/messages/messages_en.properties")
                .stringPropertyNames();
        String templates = templates(type);

        Set<String> unused = Texts.own(type, Locale.FRENCH).stringPropertyNames().stream()
                .filter(key -> !stock.contains(key))
                .filter(key -> BUILT.stream().noneMatch(key::startsWith))
                .filter(key -> !key.startsWith("locale_") && !key.startsWith("requiredAction."))
                .filter(key -> !templates.contains("\"" + key + "\""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(unused).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void templatesHoldNoText(String type) {
        String bare = templates(type)
                .replaceAll("(?s)<#--.*?-->", "")
                .replaceAll("(?s)\\$\\{[^}]*\\}", "")
                .replaceAll("</?[#@](?:->|[^<>\"]|\"[^\"]*\")*>", "")
                .replaceAll("(?s)<[^>]*>", "")
                .replaceAll("&[a-z]+;", "")
                .replaceAll("[a-z-]+=\"[^\"]*\"", "")
                .replaceAll("\\b(?:required|disabled)\\b", "");
        assertThat(Pattern.compile("\\p{L}{3,}").matcher(bare).results().map(r -> around(bare, r.start())))
                .isEmpty();
    }

    private static String around(String text, int at) {
        return text.substring(Math.max(0, at - 30), Math.min(text.length(), at + 30));
    }

    private static Set<String> parameters(String text) {
        return PARAMETER.matcher(text).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static String templates(String type) {
        Collection<String> own = Templates.beside("theme/pro-sante/" + type + "/theme.properties")
                .values();
        Collection<String> providers = Templates.beside(Templates.PROVIDERS).values();
        return Stream.concat(own.stream(), providers.stream()).collect(Collectors.joining("\n"));
    }
}
