package fr.prosante.keycloak.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * Looks at whatever page is there as everybody might: in both schemes with axe, from 320 px to wide, and takes its picture.
 * 320 px is also what 1280 px become at a zoom of 400 %.
 */
public final class Inspection {

    private static final Path GALLERY = Path.of("target", "gallery");
    private static final int HEIGHT = 900;

    private Inspection() {}

    /** Passes or fails; the pictures are named after {@code name}, the language, the width and the scheme. */
    public static Function<Page, Inspection> of(String name) {
        return page -> {
            page.waitForLoadState();
            var language = String.valueOf(page.locator("html").getAttribute("lang"));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
                for (int width : List.of(320, 768, 1280)) {
                    page.setViewportSize(width, HEIGHT);
                    nothingIsCut(page, name + " at " + width);
                    photograph(page, String.format(Locale.ROOT, "%s-%s-%d-%s", name, language, width, scheme));
                }
                isAccessible(page, name + " " + language + " " + scheme);
            }
            return new Inspection();
        };
    }

    private static void isAccessible(Page page, String what) {
        assertThat(new AxeBuilder(page)
                        .analyze().getViolations().stream()
                                .map(rule -> rule.getId() + " at "
                                        + rule.getNodes().stream()
                                                .map(node -> String.valueOf(node.getTarget()))
                                                .toList())
                                .toList())
                .as("axe on %s", what)
                .isEmpty();
    }

    /** No sideways scrolling, and no text wider than the box it stands in. */
    private static void nothingIsCut(Page page, String what) {
        var sideways =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) sideways).intValue())
                .as("sideways scroll of %s", what)
                .isLessThanOrEqualTo(0);
        var cut = page.evaluate("() => [...document.querySelectorAll('main *, header *, footer *')]"
                + ".filter(e => !e.closest('.ps-hidden') && e.getBoundingClientRect().right > innerWidth + 1)"
                + ".map(e => e.className || e.tagName)");
        assertThat((List<?>) cut).as("cut on %s", what).isEmpty();
    }

    private static void photograph(Page page, String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setFullPage(true)
                .setPath(GALLERY.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
    }
}
