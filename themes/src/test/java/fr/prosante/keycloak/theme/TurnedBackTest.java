package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Keycloak calls every return from an identity provider an error; the page tells what is one from what is none. */
final class TurnedBackTest {

    private static final Renderer RENDERER = new Renderer("login");

    private static Document home(String text, Locale locale) {
        LoginModel model = new LoginModel(locale)
                .with("pageId", "login")
                .message("error", Texts.providers(locale).getProperty(text));
        return Jsoup.parse(RENDERER.render("login.ftl", locale, model.map()));
    }

    @ParameterizedTest
    @CsvSource({"fr, Vous avez interrompu", "en, You interrupted"})
    void whoTurnedBackHasNothingToCorrect(Locale locale, String sentence) {
        Document page = home("proSantePscCancelled", locale);

        assertThat(page.select(".ps-notice--info[role=status]").text()).startsWith(sentence);
        assertThat(page.select(".ps-summary")).isEmpty();
        assertThat(page.title()).doesNotStartWith("Err");
    }

    @ParameterizedTest
    @CsvSource({"fr, La réponse de Pro Santé Connect", "en, The answer of Pro Santé Connect"})
    void anErrorOfNoFieldIsSaidWithoutAskingForCorrections(Locale locale, String sentence) {
        Document page = home("proSantePscNotBelieved", locale);

        assertThat(page.select(".ps-summary__title").text()).startsWith(sentence);
        assertThat(page.text()).doesNotContain("Veuillez corriger", "Please correct");
        assertThat(page.title()).startsWith("Err");
    }
}
