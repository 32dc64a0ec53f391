package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;

/** The home page of the service, with its three doors. */
public final class LoginPage extends Screen {

    public LoginPage(Page page) {
        super(page, page.locator("#password"));
    }

    /** All the doors that the service's own sheet describes. */
    public LoginPage offersItsDoors() {
        assertThat(button("S'identifier par carte CPS", "Log in with a CPS card"))
                .isVisible();
        assertThat(field("username")).isVisible();
        assertThat(field("password")).isVisible();
        assertThat(button("Se connecter", "Log in")).isVisible();
        return this;
    }

    /** A sentence that is no error: nothing asks to be corrected. */
    public LoginPage tellsPlainly(String text) {
        assertThat(page.locator(".ps-notice--info")).containsText(text);
        assertThat(page.locator(".ps-summary")).hasCount(0);
        doesNotSay("Veuillez corriger");
        return this;
    }

    public void choosesCard() {
        button("S'identifier par carte CPS", "Log in with a CPS card").click();
    }

    public void choosesPsc() {
        field("social-psc").click();
    }

    public void logsIn(String userName, String password) {
        field("username").fill(userName);
        field("password").fill(password);
        button("Se connecter", "Log in").click();
    }

    public void hasForgottenPassword() {
        link("Mot de passe oublié?", "Forgot your password?").click();
    }
}
