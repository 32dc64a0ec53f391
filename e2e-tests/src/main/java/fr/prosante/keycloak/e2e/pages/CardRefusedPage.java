package fr.prosante.keycloak.e2e.pages;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Locale;

/** The card did not do; what to do about it, and the other doors. */
public final class CardRefusedPage extends Screen {

    public CardRefusedPage(Page page) {
        super(page, page.locator("[data-ps-reason] ~ .ps-incident"));
    }

    /** The heading; whether a card was refused, or not even seen. */
    public CardRefusedPage isHeaded(String titleKey, Locale language) {
        var wording = Wording.in(language).of(titleKey);
        assertThat(heading(page, wording, wording)).isVisible();
        return this;
    }

    /** What happened and what to do about it, in one language and without a word of the other. */
    public CardRefusedPage explains(String sentenceKey, Locale language) {
        isIn(language.getLanguage());
        says(Wording.in(language).of(sentenceKey));
        says(Wording.in(language).of(sentenceKey + "Help"));
        return this;
    }

    /** What the person reads to the support, to find the event. */
    public String incident() {
        return page.locator(".ps-incident").innerText().replaceAll("(?s).*\\W", "");
    }

    public void triesAgain() {
        button("Utiliser une autre carte", "Use another card").click();
    }

    public CardRefusedPage offersAnotherTry() {
        assertThat(button("Utiliser une autre carte", "Use another card")).isVisible();
        return this;
    }

    /** Another card, and the two other doors. */
    public CardRefusedPage offersItsDoors() {
        offersAnotherTry();
        assertThat(button("Identifiant et mot de passe", "Identifier and password"))
                .isVisible();
        assertThat(field("social-psc")).isVisible();
        return this;
    }

    public void choosesPassword() {
        button("Identifiant et mot de passe", "Identifier and password").click();
    }
}
