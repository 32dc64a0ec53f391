package fr.prosante.keycloak.e2e.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.ClientCertificate;
import fr.prosante.keycloak.testbed.cards.Card;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How somebody browses: language, script, and the card in the reader. */
public record Habits(Locale language, boolean script, Optional<Card> card) {

    public static Habits french() {
        return new Habits(Locale.FRENCH, true, Optional.empty());
    }

    public static Habits english() {
        return new Habits(Locale.ENGLISH, true, Optional.empty());
    }

    public static Habits in(Locale language) {
        return new Habits(language, true, Optional.empty());
    }

    public Habits withCard(Card inserted) {
        return new Habits(language, script, Optional.of(inserted));
    }

    public Habits withoutScript() {
        return new Habits(language, false, card);
    }

    Browser.NewContextOptions contextOptions(String door) {
        var options = new Browser.NewContextOptions()
                // The CA of the server's certificate is as old as the test run.
                .setIgnoreHTTPSErrors(true)
                .setJavaScriptEnabled(script)
                .setTimezoneId("Europe/Paris")
                .setLocale(language.equals(Locale.FRENCH) ? "fr-FR" : "en-GB");
        card.ifPresent(inserted -> options.setClientCertificates(List.of(
                new ClientCertificate(door).setPfxPath(inserted.pkcs12()).setPassphrase(inserted.pin()))));
        return options;
    }
}
