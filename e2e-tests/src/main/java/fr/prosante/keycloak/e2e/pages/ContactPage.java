package fr.prosante.keycloak.e2e.pages;

import com.microsoft.playwright.Page;

/** « Changer d'adresse mail ». */
public final class ContactPage extends Screen {

    /** Name of the field. */
    public static final String ADDRESS = "email";

    public ContactPage(Page page) {
        super(page, heading(page, "Changer d’adresse mail", "Change your e-mail address"));
    }

    public void asksForCodeAt(String address) {
        field(ADDRESS).fill(address);
        page.locator("#pro-sante-contact-form [type=submit]").click();
    }

    public void types(String code) {
        field(CodePage.CODE).fill(code);
        page.locator("#pro-sante-contact-code [type=submit]").click();
    }

    public void asksForAnother() {
        page.locator("[name=resend]").click();
    }
}
