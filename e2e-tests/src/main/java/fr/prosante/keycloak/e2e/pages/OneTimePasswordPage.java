package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** Keycloak's own second factor, the code of an authenticator app. */
public final class OneTimePasswordPage extends Screen {

    public OneTimePasswordPage(Page page) {
        super(page, page.locator("#kc-otp-login-form"));
    }

    public void types(String code) {
        field("otp").fill(code);
        page.locator("#kc-login").click();
    }

    public void triesAnotherWay() {
        page.locator("#try-another-way").click();
    }
}
