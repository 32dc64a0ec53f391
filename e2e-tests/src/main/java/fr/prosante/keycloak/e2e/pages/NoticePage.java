package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** A page that says something and asks nothing, recognised by what it says. */
public final class NoticePage extends Screen {

    public NoticePage(Page page, String said) {
        super(page, page.getByText(said));
    }
}
