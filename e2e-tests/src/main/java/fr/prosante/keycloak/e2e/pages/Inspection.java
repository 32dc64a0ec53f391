package fr.prosante.keycloak.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRuleOptions;
import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.ReducedMotion;
import fr.prosante.keycloak.e2e.browser.Violations;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/**
 * Looks at whatever page is there as everybody might: in both schemes with axe, from 320 px to wide, and takes its picture for the gallery.
 * 320 px is also what 1280 px become at a zoom of 400 %.
 */
public final class Inspection {

    private static final Path GALLERY = Path.of("target", "gallery");
    private static final boolean PICTURES = Boolean.getBoolean("prosante.gallery");
    private static final int HEIGHT = 900;

    /** WCAG 1.4.12: lines, letters, words and paragraphs set apart by the reader. A sheet made by script passes the policy. */
    private static final String SPACED = """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important; }'
                + 'p { margin-bottom: 2em !important; }');
              document.adoptedStyleSheets = [sheet];
            }
            """;

    /** Elements that stick out of the window, and elements whose text is wider or higher than the box that hides the rest. */
    private static final String CUT = """
            () => [...document.querySelectorAll('body *')].filter(e => !e.closest('.ps-hidden, svg')).filter(e => {
              const style = getComputedStyle(e);
              const box = e.getBoundingClientRect();
              const hides = style.overflowX !== 'visible' || style.overflowY !== 'visible';
              return box.width > 0 && (box.right > innerWidth + 1
                || hides && !e.matches('input, textarea, select')
                   && (e.scrollWidth > e.clientWidth + 1 || style.overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 1));
            }).map(e => e.tagName + '.' + e.className)
            """;

    private static final String INK =
            "e => getComputedStyle(e).color + ' on ' + getComputedStyle(document.body).backgroundColor";

    private Inspection() {}

    /** Passes or fails; the pictures are named after {@code name}, the language, the width and the scheme. */
    public static Function<Page, Inspection> of(String name) {
        return page -> {
            page.waitForLoadState();
            nothingIsRefused(page, name);
            var language = String.valueOf(page.locator("html").getAttribute("lang"));
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                dresses(page, scheme);
                for (int width : List.of(1280, 320)) {
                    page.setViewportSize(width, HEIGHT);
                    nothingIsCut(page, name + " at " + width);
                    photograph(page, String.format(Locale.ROOT, "%s-%s-%d-%s", name, language, width, scheme));
                }
            }
            // The scheme changes colours and nothing else.
            hasContrast(page, name + " " + language + " dark");
            dresses(page, ColorScheme.LIGHT);
            isAccessible(page, name + " " + language + " light");
            return new Inspection();
        };
    }

    /** On paper: the text in black on white, whatever the screen looked like, and nothing to press. */
    public static Function<Page, Inspection> onPaper(String name) {
        return page -> {
            page.emulateMedia(
                    new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
            page.setViewportSize(794, HEIGHT); // A4 at 96 dpi
            photograph(page, name + "-" + page.locator("html").getAttribute("lang") + "-paper");
            assertThat(page.locator("main").evaluate(INK)).isEqualTo("rgb(0, 0, 0) on rgb(255, 255, 255)");
            assertThat(page.locator("button, input, nav, footer, .ps-skip").all())
                    .as("to be pressed on paper: %s", name)
                    .noneMatch(Locator::isVisible);
            nothingIsCut(page, name + " on paper");
            page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
            return new Inspection();
        };
    }

    /**
     * The same for a page that lies on a shelf, of which there are hundreds: faster, and with the text set apart.
     *
     * @param colours whether the dark scheme is looked at and pictures are taken, which is enough in one language
     */
    public static void ofShelved(Page page, String name, boolean colours) {
        nothingIsRefused(page, name);
        page.setViewportSize(320, HEIGHT);
        dresses(page, ColorScheme.LIGHT);
        isAccessible(page, name + " light");
        nothingIsCut(page, name + " at 320");
        if (colours) {
            photograph(page, name + "-320-light");
            dresses(page, ColorScheme.DARK);
            hasContrast(page, name + " dark");
            page.setViewportSize(1280, HEIGHT);
            nothingIsCut(page, name + " at 1280");
            photograph(page, name + "-1280-dark");
            page.setViewportSize(320, HEIGHT);
        }
        page.evaluate(SPACED);
        nothingIsCut(page, name + " at 320 with text set apart");
    }

    /** A mail: a part of a page as axe sees it, so that only the criteria of WCAG count. */
    public static void ofMail(Page page, String name) {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            dresses(page, scheme);
            page.setViewportSize(320, HEIGHT);
            nothingIsCut(page, name);
            page.setViewportSize(640, HEIGHT);
            photograph(page, "mail-" + name + "-" + scheme);
            assertThat(violations(axe(page, new AxeRunOptions())
                            .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))))
                    .as("axe on %s %s", name, scheme)
                    .isEmpty();
        }
    }

    /** Every rule that is on by itself, and the size of targets, which is not. */
    private static void isAccessible(Page page, String what) {
        var target = new AxeRuleOptions();
        target.setEnabled(true);
        var options = new AxeRunOptions();
        options.setRules(Map.of("target-size", target));
        assertThat(violations(axe(page, options))).as("axe on %s", what).isEmpty();
    }

    /** Without motion: a colour that is still on its way from one scheme to the other has the contrast of neither. */
    private static void dresses(Page page, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme).setReducedMotion(ReducedMotion.REDUCE));
    }

    private static void hasContrast(Page page, String what) {
        assertThat(violations(axe(page, new AxeRunOptions()).withRules(List.of("color-contrast"))))
                .as("contrast on %s", what)
                .isEmpty();
    }

    /** For the results of frames axe opens a tab; where there are none, the page is looked at without it, which is faster. */
    private static AxeBuilder axe(Page page, AxeRunOptions options) {
        options.setResultTypes(List.of("violations"));
        return new AxeBuilder(page).options(options).setLegacyMode(page.frames().size() == 1);
    }

    private static List<String> violations(AxeBuilder axe) {
        return axe.analyze().getViolations().stream()
                .map(rule -> rule.getId() + " at "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getTarget()))
                                .toList())
                .toList();
    }

    /** To be asked first: axe and the camera put styles on elements, which the policy refuses them. */
    private static void nothingIsRefused(Page page, String what) {
        assertThat(Violations.of(page))
                .as("content security policy of %s", what)
                .isEmpty();
    }

    /** No sideways scrolling, nothing outside of the window, no text that does not fit its box. */
    private static void nothingIsCut(Page page, String what) {
        var sideways =
                page.evaluate("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
        assertThat(((Number) sideways).intValue())
                .as("sideways scroll of %s", what)
                .isLessThanOrEqualTo(0);
        assertThat((List<?>) page.evaluate(CUT)).as("cut on %s", what).isEmpty();
    }

    /** Takes the picture of the whole page, whatever page it is, where the gallery is asked for: {@code ./gallery.sh}. */
    public static void photograph(Page page, String name) {
        if (PICTURES) {
            page.screenshot(new Page.ScreenshotOptions()
                    .setFullPage(true)
                    .setPath(GALLERY.resolve(name.toLowerCase(Locale.ROOT) + ".png")));
        }
    }
}
