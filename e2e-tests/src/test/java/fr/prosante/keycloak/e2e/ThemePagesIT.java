package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.prosante.keycloak.e2e.browser.Chromium;
import fr.prosante.keycloak.e2e.browser.Shelf;
import fr.prosante.keycloak.e2e.pages.Inspection;
import fr.prosante.keycloak.e2e.server.Build;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every page of the server and of the bundle, in every state and both languages, as the unit tests of the theme rendered
 * them, in Chromium: axe, geometry, content security policy. No server is needed.
 */
final class ThemePagesIT {

    private static final Path THEMES = Build.root().resolve("themes");
    private static final Path RESOURCES = THEMES.resolve("src/main/resources/theme/pro-sante/login/resources");

    private static Chromium chromium;
    private static Shelf shelf;

    @BeforeAll
    static void openTheShelf() {
        chromium = Chromium.launch();
        shelf = new Shelf(chromium, THEMES.resolve("target/pages"), Map.of("/resources/theme/", RESOURCES));
    }

    @AfterAll
    static void closeTheShelf() {
        shelf.close();
        chromium.close();
    }

    static List<String> pages() {
        return Shelf.names(THEMES.resolve("target/pages"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void canBeReadByEverybody(String page) {
        Inspection.ofShelved(shelf.open(page), page.replace(".html", "").replace('.', '-'), page.endsWith(".fr.html"));
    }

    static List<String> mails() {
        return Shelf.names(THEMES.resolve("target/mails"));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void mailCanBeReadByEverybody(String mail) {
        try (var letters = new Shelf(chromium, THEMES.resolve("target/mails"), Map.of())) {
            Inspection.ofMail(letters.open(mail), mail.replace(".html", "").replace('.', '-'));
        }
    }

    /** Who looks must be able to see. */
    @ParameterizedTest
    @CsvSource({
        "<img src='a.svg'>, image-alt",
        "<a href='/'></a>, link-name",
        "<p style='color: #999'>pale</p>, color-contrast",
        "<style>@media (prefers-color-scheme: dark) { p { color: #222; background: #000 } }</style><p>pale, color-contrast",
        "<div style='width: 400px'>wide</div>, sideways",
    })
    void whatIsWrongIsSeen(String wrong, String told, @TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("wrong.html"),
                "<!doctype html><html lang='fr'><title>Wrong</title><body style='color: #000; background: #fff'><main><h1>Wrong</h1>"
                        + wrong + "</main>");
        try (var wrongs = new Shelf(chromium, folder, Map.of())) {
            assertThatThrownBy(() -> Inspection.ofShelved(wrongs.open("wrong.html"), "wrong", true))
                    .hasMessageContaining(told);
        }
    }
}
