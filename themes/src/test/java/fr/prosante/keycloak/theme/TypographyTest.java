package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** French texts never leave a « : » or a « ? » alone at the start of a line: the space before it is a no-break one. */
final class TypographyTest {

    /** A breaking space beside a French sign; signs that are listed as characters, « ! ? * - », are none. */
    private static final Pattern BREAKING = Pattern.compile("(?<=[^\\s,!?*-]) [:;?!»](?=\\s|<|$)|« ");

    @ParameterizedTest
    @ValueSource(strings = {"login", "email"})
    void theThemeDoesNot(String type) {
        assertUnbroken(Texts.own(type, Locale.FRENCH));
    }

    @Test
    void theProvidersDoNot() {
        assertUnbroken(Texts.providers(Locale.FRENCH));
    }

    private static void assertUnbroken(Properties texts) {
        assertThat(texts.stringPropertyNames())
                .allSatisfy(key -> assertThat(texts.getProperty(key).lines())
                        .as(key)
                        .noneMatch(line -> BREAKING.matcher(line).find()));
    }
}
