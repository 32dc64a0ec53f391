package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** The polite answer to a no. */
public final class CharterDeclinedPage extends Screen {

    public CharterDeclinedPage(Page page) {
        super(page, heading(page, "Charte non acceptée", "Charter not accepted"));
    }

    public void goesBackToTheService() {
        link("Retour au service", "Back to the service").click();
    }
}
