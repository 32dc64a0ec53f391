package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the sheet promises and no single page shows: contrasts of every palette, and no motion for who wants none. */
final class SheetTest {

    private static final String SHEET = sheet();
    private static final Pattern COLOUR = Pattern.compile("--ps-([a-z-]+):\\s*(#[0-9a-f]{3}(?:[0-9a-f]{3})?);");
    private static final String PREFERENCE =
            "@media \\(prefers-reduced-motion: no-preference\\) \\{(?:[^{}]|\\{[^{}]*\\})*\\}";

    static Stream<Arguments> palettes() {
        return Stream.of("blue", "green", "plum", "slate", "brick")
                .flatMap(palette -> Stream.of(Arguments.of(palette, false), Arguments.of(palette, true)));
    }

    @ParameterizedTest
    @MethodSource("palettes")
    void textsStandOutAgainstTheirGround(String palette, boolean dark) {
        Map<String, String> colours = colours(palette, dark);

        for (String pair : new String[] {
            "text surface", "text ground", "text brand-soft", "text error-soft", "text warning-soft",
            "text success-soft", "muted surface", "muted ground", "muted brand-soft", "brand surface",
            "brand ground", "brand brand-soft", "brand-strong surface", "brand-strong brand-soft", "on-brand brand",
            "on-brand brand-strong", "error surface", "error error-soft", "warning warning-soft", "success surface"
        }) {
            assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(4.5);
        }
        colours.put("hero-text", "#e4edf4");
        assertThat(SHEET).contains(".ps-hero__text { max-width: 46rem; color: #e4edf4; }");
        assertThat(contrast(colours, "hero-text hero")).isGreaterThanOrEqualTo(4.5);
    }

    /** Frames of fields, and what has the focus. */
    @ParameterizedTest
    @MethodSource("palettes")
    void framesStandOutAgainstTheirGround(String palette, boolean dark) {
        Map<String, String> colours = colours(palette, dark);

        for (String pair : new String[] {"edge surface", "edge ground", "focus surface", "focus ground"}) {
            assertThat(contrast(colours, pair)).as(pair).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void nothingMovesUnlessMotionIsWelcome() {
        assertThat(SHEET).containsPattern(PREFERENCE);
        assertThat(SHEET.replaceAll(PREFERENCE, ""))
                .doesNotContain("transition", "animation", "@keyframes", "scroll-behavior");
    }

    /** Later blocks win: light, its palette, dark, the palette's dark. */
    private static Map<String, String> colours(String palette, boolean dark) {
        Map<String, String> colours = new HashMap<>(read("\\n\\.ps-html"));
        colours.putAll(palette(palette, "\\n"));
        if (dark) {
            colours.putAll(read("\\.ps-html--auto"));
            colours.putAll(palette(palette, "\\.ps-html--auto"));
        }
        return colours;
    }

    private static Map<String, String> palette(String palette, String before) {
        return palette.equals("blue") ? Map.of() : read(before + "\\.ps-palette--" + palette);
    }

    private static Map<String, String> read(String selector) {
        var block = Pattern.compile(selector + " \\{([^}]*)\\}").matcher(SHEET);
        assertThat(block.find()).as(selector).isTrue();
        Map<String, String> colours = new HashMap<>();
        COLOUR.matcher(block.group(1)).results().forEach(found -> colours.put(found.group(1), found.group(2)));
        return colours;
    }

    /** As WCAG 2 defines it. */
    private static double contrast(Map<String, String> colours, String pair) {
        double one = luminance(colours.get(pair.split(" ")[0]));
        double other = luminance(colours.get(pair.split(" ")[1]));
        return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    }

    private static double luminance(String colour) {
        String digits = colour.length() == 4 ? colour.replaceAll("[0-9a-f]", "$0$0") : colour;
        return .2126 * linear(digits, 1) + .7152 * linear(digits, 3) + .0722 * linear(digits, 5);
    }

    private static double linear(String digits, int at) {
        double share = Integer.parseInt(digits.substring(at, at + 2), 16) / 255.0;
        return share <= .04045 ? share / 12.92 : Math.pow((share + .055) / 1.055, 2.4);
    }

    private static String sheet() {
        String name = "theme/pro-sante/login/resources/css/pro-sante.css";
        try (InputStream in =
                Objects.requireNonNull(SheetTest.class.getClassLoader().getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
