package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** The switch at the head of every page, where there is one. */
public final class LanguageSwitch {

    private LanguageSwitch() {}

    /** To the other language and back, and it is the same page all the time. */
    public static LanguageSwitch works(Page page) {
        assertThat(others(page)).hasCount(1);
        var language = page.locator("html").getAttribute("lang");
        var title = page.locator("h1").innerText();
        switched(page);
        switched(page);
        assertThat(page.locator("html")).hasAttribute("lang", language);
        assertThat(page.locator("h1")).hasText(title);
        return new LanguageSwitch();
    }

    /** The page cannot be made again, so it does not pretend. */
    public static LanguageSwitch isNotOffered(Page page) {
        assertThat(others(page)).hasCount(0);
        return new LanguageSwitch();
    }

    private static void switched(Page page) {
        var kind = page.locator("body").getAttribute("data-page-id");
        var other = String.valueOf(others(page).getAttribute("hreflang"));
        others(page).click();
        assertThat(page.locator("html")).hasAttribute("lang", other);
        assertThat(page.locator("body").getAttribute("data-page-id"))
                .as("page after the switch, at %s", page.url())
                .isEqualTo(kind);
    }

    private static Locator others(Page page) {
        return page.locator(".ps-languages__link:not([aria-current])");
    }
}
