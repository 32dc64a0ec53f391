package fr.prosante.keycloak.e2e.pages;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;

/** The sentences of the bundle in one language, by message key: stories say which sentence, not how it is worded today. */
public final class Wording {

    private final Locale language;
    private final Properties sentences = new Properties();

    private Wording(Locale language) {
        this.language = language;
        var file = "/theme-resources/messages/messages_" + language.getLanguage() + ".properties";
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(Wording.class.getResourceAsStream(file), file), StandardCharsets.UTF_8)) {
            sentences.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Wording in(Locale language) {
        return new Wording(language);
    }

    /** The sentence, as a browser shows it. */
    public String of(String key, Object... parameters) {
        var pattern = Optional.ofNullable(sentences.getProperty(key))
                .orElseThrow(() -> new IllegalArgumentException("No sentence " + key));
        return new MessageFormat(pattern, language)
                .format(parameters)
                .replaceAll("<[^>]*>", "")
                .replace("&nbsp;", "\u00a0");
    }
}
