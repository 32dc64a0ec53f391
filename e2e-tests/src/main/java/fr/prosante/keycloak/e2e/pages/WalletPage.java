package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** The simulator's « Connectez-vous » with its two tabs. */
public final class WalletPage extends Screen {

    public WalletPage(Page page) {
        super(page, heading(page, "Connectez-vous", "Connectez-vous"));
        says("SIMULATEUR");
    }

    public void comesByCard(String idNat) {
        link("Carte CPS", "Carte CPS").click();
        page.selectOption("#carte", idNat);
        button("SE CONNECTER AVEC LA CARTE CPS", "SE CONNECTER AVEC LA CARTE CPS")
                .click();
    }

    public void comesByPhone(String idNat) {
        link("Application e-CPS", "Application e-CPS").click();
        field("identifiant").fill(idNat);
        button("SE CONNECTER AVEC E-CPS", "SE CONNECTER AVEC E-CPS").click();
    }

    public void cancels() {
        button("Annuler", "Annuler").click();
    }
}
