package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

/** The content security policy in the head of every page. */
final class PolicyTest {

    private static final Renderer RENDERER = new Renderer("login");

    private static String policy(String template, LoginModel model) {
        var html = RENDERER.render(template, Locale.FRENCH, model.map());
        return Jsoup.parse(html)
                .select("meta[http-equiv=Content-Security-Policy]")
                .attr("content");
    }

    private static LoginModel realm(Map<String, String> attributes) {
        var model = new LoginModel(Locale.FRENCH);
        model.inside("realm")
                .put(
                        "getAttribute",
                        LoginModel.method(
                                arguments -> attributes.get(arguments.get(0).toString())));
        return model;
    }

    @Test
    void nothingButTheThemeLoads() {
        assertThat(policy("login.ftl", realm(Map.of())))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self';"
                                + " frame-src 'self'; base-uri 'none'");
    }

    @Test
    void pictureOfThePortalMayComeFromElsewhere() {
        var attributes =
                Map.of("proSante.logo", "https://www.example.fr/logo;1.svg?v=2", "proSante.pscButton", "/psc.svg");

        assertThat(policy("login.ftl", realm(attributes)))
                .contains("img-src 'self' data: https://www.example.fr/logo%3B1.svg; connect-src");
    }

    @Test
    void logoutLoadsPagesOfTheApplications() {
        var model = realm(Map.of()).with("pageId", "frontchannel-logout");

        assertThat(policy("frontchannel-logout.ftl", model)).contains("frame-src *;");
    }

    @Test
    void scriptOfOthersAsksForMoreThanWeKnow() {
        var model = realm(Map.of()).with("scripts", List.of("https://captcha.example.org/api.js"));

        assertThat(policy("register.ftl", model)).isEmpty();
    }

    @Test
    void operatorHasTheLastWord() {
        assertThat(policy("login.ftl", realm(Map.of("proSante.csp", "-")))).isEmpty();
        assertThat(policy("login.ftl", realm(Map.of("proSante.csp", "default-src 'self'"))))
                .isEqualTo("default-src 'self'");
    }
}
