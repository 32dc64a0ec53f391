package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import fr.prosante.keycloak.e2e.browser.Newcomer;
import java.util.List;
import java.util.Map;

/** « Créer mon compte »: what the card says, locked, and what the person fills in. */
public final class AccountPage extends Screen {

    public AccountPage(Page page) {
        super(page, heading(page, "Créer mon compte", "Create my account"));
    }

    /** A value that is shown and that nothing on the page can change. */
    public AccountPage showsLocked(String label, String value) {
        var row = page.locator(".ps-facts__row")
                .filter(new Locator.FilterOptions()
                        .setHas(page.locator("dt", new Page.LocatorOptions().setHasText(label))));
        assertThat(row.locator("dd").filter(new Locator.FilterOptions().setHasText(value)))
                .hasCount(1);
        return this;
    }

    public AccountPage asksFor(String field) {
        assertThat(field(field)).isEditable();
        return this;
    }

    public AccountPage doesNotAskFor(String field) {
        assertThat(field(field)).hasCount(0);
        return this;
    }

    public AccountPage fills(Map<String, String> values) {
        values.forEach((name, value) -> field(name).fill(value));
        return this;
    }

    /** Everything a well-behaved person types. */
    public AccountPage fillsIn(String email, String password) {
        return fills(Newcomer.values(email, password));
    }

    /** Sends a value for which the page has no field. */
    public AccountPage smuggles(String name, String value) {
        page.evaluate(
                "([name, value]) => { const field = document.createElement('input'); field.type = 'hidden';"
                        + "field.name = name; field.value = value; document.querySelector('form.ps-form').append(field); }",
                List.of(name, value));
        return this;
    }

    public void submits() {
        button("Créer mon compte", "Create my account").click();
    }

    /** An impatient second press, before the answer to the first one. */
    public void submitsTwice() {
        page.evaluate("() => { const form = document.querySelector('form.ps-form'); form.submit(); form.submit(); }");
    }
}
