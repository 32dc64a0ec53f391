package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** Where a forgotten password is told; its mail leads to {@link NewPasswordPage}. */
public final class ForgottenPasswordPage extends Screen {

    public ForgottenPasswordPage(Page page) {
        super(page, page.locator("#kc-reset-password-form, form[action*='reset-credentials']"));
    }

    public void asksForMail(String userName) {
        field("username").fill(userName);
        page.locator("form[action*='reset-credentials'] [type=submit]").click();
    }
}
