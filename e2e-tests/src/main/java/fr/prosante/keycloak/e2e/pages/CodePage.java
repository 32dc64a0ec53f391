package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;

/** « Authentification forte par e-mail ». */
public final class CodePage extends Screen {

    /** Name of the field. */
    public static final String CODE = "code";

    public CodePage(Page page) {
        super(page, heading(page, "Authentification forte par e-mail", "Strong authentication by e-mail"));
    }

    public CodePage saysTheCodeWasSentAt(String... possibleHours) {
        assertThat(page.locator("body"))
                .containsText(Pattern.compile(
                        "Un code OTP vous a été envoyé par mail à (" + String.join("|", possibleHours) + ")"));
        return this;
    }

    public void types(String code) {
        field(CODE).fill(code);
        button("Valider", "Confirm").click();
    }

    public void typesAndPressesTwice(String code) {
        field(CODE).fill(code);
        page.evaluate(
                "() => { const form = document.querySelector('#pro-sante-otp-form'); form.submit(); form.submit(); }");
    }

    /** Sends a code although the page has no field for it any more. */
    public void sendsTheForm(String code) {
        page.evaluate(
                "code => { const form = document.querySelector('#pro-sante-otp-resend').cloneNode(false);"
                        + "const field = document.createElement('input'); field.name = 'code'; field.value = code;"
                        + "form.append(field); document.body.append(form); form.submit(); }",
                code);
    }

    public void startsAgain() {
        link("Revenir à la page de connexion", "Back to the login page").click();
    }

    /** Another second factor, offered on the same page. */
    public void choosesInstead(String way) {
        page.locator(".ps-doors button")
                .filter(new Locator.FilterOptions().setHasText(way))
                .click();
    }

    public void asksForAnother() {
        page.locator("[name=resend]").click();
    }
}
