package fr.prosante.keycloak.theme;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/** Message bundles as the server stacks them: base theme, then this theme, over the providers' own texts. */
final class Texts {

    private Texts() {}

    /** All texts a page of the given theme type can show. */
    static Properties all(String type, Locale locale) {
        Properties all = providers(locale);
        all.putAll(read("theme/base/" + type + "/messages/messages_en.properties"));
        all.putAll(read("theme/base/" + type + "/messages/messages_" + locale.getLanguage() + ".properties"));
        all.putAll(own(type, locale));
        return all;
    }

    /** This theme's texts only. */
    static Properties own(String type, Locale locale) {
        return read("theme/pro-sante/" + type + "/messages/messages_" + locale.getLanguage() + ".properties");
    }

    static Properties providers(Locale locale) {
        return read("theme-resources/messages/messages_" + locale.getLanguage() + ".properties");
    }

    static Stream<Locale> locales() {
        return Stream.of(Locale.FRENCH, Locale.ENGLISH);
    }

    static Properties read(String resource) {
        Properties read = new Properties();
        try (InputStream in = Texts.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource);
            }
            read.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read;
    }
}
