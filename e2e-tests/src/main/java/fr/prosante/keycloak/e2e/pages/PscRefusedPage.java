package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** « Connexion par Pro Santé Connect impossible », with a way back to the doors. */
public final class PscRefusedPage extends Screen {

    public PscRefusedPage(Page page) {
        super(
                page,
                heading(
                        page,
                        "Connexion par Pro Santé Connect impossible",
                        "Login with Pro Santé Connect is not possible"));
    }

    public void goesBackToTheDoors() {
        link("Revenir à la page de connexion", "Back to the login page").click();
    }
}
