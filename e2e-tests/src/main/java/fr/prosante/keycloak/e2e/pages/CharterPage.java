package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

/** The charte d'utilisation; its box is at the very bottom. */
public final class CharterPage extends Screen {

    /** Name of the box. */
    public static final String BOX = "accepted";

    public CharterPage(Page page) {
        super(page, heading(page, "Charte d'utilisation", "Charter of use"));
    }

    public CharterPage hasItsBoxAtTheBottom() {
        var box = page.getByRole(
                AriaRole.CHECKBOX,
                new Page.GetByRoleOptions()
                        .setName(either(
                                "J'ai lu et accepte les conditions ci-dessus",
                                "I have read and accept the above conditions")));
        assertThat(box).not().isChecked();
        assertThat(page.locator(".ps-prose ~ form input[type=checkbox]")).hasCount(1);
        return this;
    }

    public void validates() {
        button("Valider", "Confirm").click();
    }

    public void accepts() {
        field(BOX).check();
        validates();
    }

    public void declines() {
        button("Je n'accepte pas", "I do not accept").click();
    }
}
