package fr.prosante.keycloak.e2e.pages;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.function.Function;

/**
 * A page on which what somebody else wrote stays a text. Looked for in the document itself: the content security policy,
 * which would stop most of it as well, is not what this relies on.
 */
public final class Inert {

    /** Would leave a trace on the page if any part of it were more than a text. */
    public static final String MARKUP =
            "<script>globalThis.hostile=1</script><img src=x onerror=globalThis.hostile=1>\"'&amp;${1+1}{0}";

    /** Turns the direction of what follows, if nothing stops it. */
    public static final String TURNED = "A\u202Etxt.exe\u2066B";

    private static final String FOREIGN = """
            () => [...document.querySelectorAll('*')].filter(e =>
                e.matches('script:not([src]), main img[src=x], main script:not([src$=".js"]), iframe, object, embed, base, b, i, u')
                || [...e.attributes].some(a => a.name.startsWith('on') || /^\\s*javascript:/i.test(a.value)))
              .map(e => e.outerHTML)
            """;

    private Inert() {}

    public static Inert page(Page page) {
        page.waitForLoadState();
        assertThat((List<?>) page.evaluate(FOREIGN)).as("on %s", page.url()).isEmpty();
        assertThat(page.evaluate("() => globalThis.hostile === undefined")).isEqualTo(true);
        return new Inert();
    }

    /** And the text is there as it was written. */
    public static Function<Page, Inert> showing(String text) {
        return page -> {
            assertThat(page.locator("body").innerText()).contains(text);
            return page(page);
        };
    }
}
