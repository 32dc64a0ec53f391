package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** Keycloak's own pages for passkeys: where one is registered, and where one is asked for. */
public final class PasskeyPage extends Screen {

    public PasskeyPage(Page page) {
        super(page, page.locator("[data-ps-webauthn]").locator("xpath=ancestor::main"));
    }

    public void usesDevice() {
        page.locator("[data-ps-webauthn-start]").click();
    }

    public void triesAnotherWay() {
        page.locator("#try-another-way").click();
    }
}
