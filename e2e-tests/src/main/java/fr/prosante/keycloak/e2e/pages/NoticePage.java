package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** A page that says something and asks nothing, recognised by what it says. */
public final class NoticePage extends Screen {

    public NoticePage(Page page, String said) {
        super(page, page.getByText(said));
    }

    public void leadsBackToTheService() {
        link("Revenir à l'application", "Back to the application").click();
        assertThat(page.locator("#status[data-connected=false]")).isVisible();
    }
}
