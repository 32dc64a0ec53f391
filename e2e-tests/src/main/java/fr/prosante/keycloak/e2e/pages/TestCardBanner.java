package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.function.Function;

/** The red line above everything where cards that are worth nothing outside a test open the service. */
public final class TestCardBanner {

    private static final String BANNER = ".ps-banner--danger";

    private TestCardBanner() {}

    /** On a page known by an element of its own, whatever page of the service that is. */
    public static Function<Page, TestCardBanner> above(String element) {
        return page -> {
            // Both at once: some pages leave of their own.
            assertThat(page.locator("body:has(" + BANNER + ")").locator(element).first())
                    .isVisible();
            assertThat(page.locator(BANNER)).containsText("Les cartes CPS de test sont acceptées");
            return new TestCardBanner();
        };
    }
}
