package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** The card did not do; what to do about it, and the other doors. */
public final class CardRefusedPage extends Screen {

    public CardRefusedPage(Page page) {
        super(page, page.locator(".ps-summary, .ps-card-refused"));
    }
}
