package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** Where a new password is chosen, after the mail. */
public final class NewPasswordPage extends Screen {

    public NewPasswordPage(Page page) {
        super(page, page.locator("#kc-passwd-update-form, form:has(#password-new)"));
    }

    public void chooses(String password) {
        field("password-new").fill(password);
        field("password-confirm").fill(password);
        page.locator("form:has(#password-new) [type=submit]:not([name=cancel-aia])")
                .first()
                .click();
    }
}
