package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** « Votre situation d’exercice »: asks who has several practices in which one they work now. */
public final class PracticePage extends Screen {

    public PracticePage(Page page) {
        super(page, heading(page, "Votre situation d'exercice", "Your practice"));
    }

    public PracticePage submits() {
        button("Continuer", "Continue").click();
        return this;
    }

    public void chooses(String name) {
        page.getByLabel(name).check();
        submits();
    }
}
