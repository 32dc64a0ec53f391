package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

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

    /** As the user's sheet describes the two tabs. */
    public WalletPage hasItsTwoTabs() {
        link("Carte CPS", "Carte CPS").click();
        says("placez votre carte CPS dans le lecteur approprié et cliquez sur");
        says("Firefox");
        assertThat(button("SE CONNECTER AVEC LA CARTE CPS", "SE CONNECTER AVEC LA CARTE CPS"))
                .isVisible();
        says("En savoir plus sur la gestion de vos données et vos droits");
        link("Application e-CPS", "Application e-CPS").click();
        assertThat(page.getByLabel("Votre identifiant RPPS")).isEditable();
        assertThat(page.getByLabel("Mémoriser mon identifiant sur ce poste"))
                .not()
                .isChecked();
        assertThat(button("SE CONNECTER AVEC E-CPS", "SE CONNECTER AVEC E-CPS")).isVisible();
        return this;
    }

    /** The identifier that the simulator was asked to remember on this browser. */
    public WalletPage remembers(String idNat) {
        link("Application e-CPS", "Application e-CPS").click();
        assertThat(page.getByLabel("Votre identifiant RPPS")).hasValue(idNat);
        return this;
    }

    public void comesByPhoneAndIsRemembered(String idNat) {
        link("Application e-CPS", "Application e-CPS").click();
        page.getByLabel("Mémoriser mon identifiant sur ce poste").check();
        page.getByLabel("Votre identifiant RPPS").fill(idNat);
        button("SE CONNECTER AVEC E-CPS", "SE CONNECTER AVEC E-CPS").click();
    }

    public void cancels() {
        button("Annuler", "Annuler").click();
    }
}
