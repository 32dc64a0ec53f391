package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

/** Where one of several second factors is chosen. */
public final class WaysPage extends Screen {

    public WaysPage(Page page) {
        super(page, page.locator("#kc-select-credential-form"));
    }

    public void chooses(String way) {
        page.locator("#kc-select-credential-form button")
                .filter(new Locator.FilterOptions().setHasText(way))
                .first()
                .click();
    }
}
