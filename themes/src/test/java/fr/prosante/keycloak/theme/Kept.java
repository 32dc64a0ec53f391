package fr.prosante.keycloak.theme;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** Leaves what was rendered in {@code target/pages} and {@code target/mails}, where the stories look at it in Chromium. */
final class Kept {

    private Kept() {}

    static void page(String template, Locale locale, String state, String html) {
        write(Path.of("target", "pages"), template, locale, state, html);
    }

    static void mail(String template, Locale locale, String html) {
        write(Path.of("target", "mails"), template, locale, "html", html);
    }

    private static void write(Path folder, String template, Locale locale, String state, String html) {
        var name = template.replaceAll("\\.ftl$", "") + "." + state.toLowerCase(Locale.ROOT) + "."
                + locale.getLanguage() + ".html";
        try {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(name), html);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
