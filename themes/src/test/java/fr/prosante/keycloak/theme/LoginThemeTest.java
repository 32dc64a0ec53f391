package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every login page of the server, rendered with this theme and read as a browser and a screen reader would. */
final class LoginThemeTest {

    /** Macros, and a text for consoles: not pages. */
    private static final Set<String> NOT_PAGES = Set.of(
            "cli_splash.ftl",
            "footer.ftl",
            "passkeys.ftl",
            "password-commons.ftl",
            "register-commons.ftl",
            "template.ftl",
            "theme-resources.ftl",
            "user-profile-commons.ftl");

    private static final Renderer RENDERER = new Renderer("login");

    static Stream<String> stockTemplates() {
        return Templates.beside(Templates.BASE).keySet().stream();
    }

    /** Pages that the providers bring; mails are in folders. */
    private static Stream<String> ownTemplates() {
        return Templates.beside(Templates.PROVIDERS).keySet().stream()
                .filter(name -> !name.contains("/") && !name.equals("pro-sante-form.ftl"));
    }

    static Stream<Arguments> pages() {
        return Stream.concat(stockTemplates(), ownTemplates())
                .filter(name -> !NOT_PAGES.contains(name))
                .flatMap(name ->
                        Texts.locales().flatMap(locale -> states().map(state -> Arguments.of(name, locale, state))));
    }

    /** One language is enough for the markup. */
    static Stream<Arguments> frenchPages() {
        return pages().filter(page -> Locale.FRENCH.equals(page.get()[1]));
    }

    private static Stream<State> states() {
        return Stream.of(State.values());
    }

    /** Situations that any page must survive. */
    enum State {
        PLAIN,
        ERROR,
        BARE;

        LoginModel apply(LoginModel model) {
            return switch (this) {
                case PLAIN -> model.message("info", "Bon à savoir");
                case ERROR ->
                    model.error("username", "Nom &lt;inconnu&gt;")
                            .error("totp", "Code faux")
                            .error("password", "Trop court")
                            .error("email", "Adresse invalide")
                            .error("recoveryCodeInput", "Code faux")
                            .error("accepted", "Cochez la case")
                            .error("code", "Code faux")
                            .error("practice", "Choisissez");
                case BARE ->
                    model.message("warning", "Attention")
                            .without("passwordPolicies")
                            .without("social")
                            .without("authenticationSession")
                            .with("isAppInitiatedAction", true)
                            .with("mode", "manual")
                            .with("enableWebAuthnConditionalUI", "true")
                            .with("mediation", "conditional");
            };
        }
    }

    @ParameterizedTest
    @MethodSource("stockTemplates")
    void noStockTemplateFallsBackToAnotherLook(String name) {
        if (!name.equals("cli_splash.ftl") && !name.equals("theme-resources.ftl")) {
            assertThat(getClass().getClassLoader().getResource("theme/pro-sante/login/" + name))
                    .as(name)
                    .isNotNull();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsWellFormedForEverybody(String name, Locale locale, State state) {
        String html = html(name, locale, state);
        Document page = parse(html);

        Kept.page(name, locale, state.name(), html);
        assertThat(RENDERER.unknownTexts()).as("texts that no bundle has").isEmpty();
        assertThat(page.select("html").attr("lang")).isEqualTo(locale.getLanguage());
        assertThat(page.title()).endsWith("Portail d'essai & <b>co</b>").doesNotStartWith("–");
        assertThat(page.select("h1")).hasSize(1);
        assertThat(page.select("h1").text()).isNotBlank();
        assertThat(page.select("header, main, footer")).hasSize(3);
        assertThat(page.select("nav[aria-label]")).hasSize(name.matches(".*(device|card-refused).*") ? 0 : 1);
        assertThat(headingLevels(page))
                .as("heading order")
                .allSatisfy(step -> assertThat(step).isLessThanOrEqualTo(1));
    }

    @ParameterizedTest
    @MethodSource("frenchPages")
    void pageIsValidHtml(String name, Locale locale, State state) {
        LoginModel model = new LoginModel(locale).with("pageId", name.replace(".ftl", ""));

        assertThat(Nu.complaints(
                        RENDERER.render(name, locale, state.apply(model).map())))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageNeedsNoInlineScriptOrStyle(String name, Locale locale, State state) {
        Document page = render(name, locale, state);

        assertThat(page.select("style, [style], script:not([src])")).isEmpty();
        assertThat(page.getAllElements().stream()
                        .flatMap(element -> element.attributes().asList().stream())
                        .filter(attribute -> attribute.getKey().startsWith("on"))
                        .toList())
                .isEmpty();
        assertThat(page.select("[href^=javascript:], [tabindex]:not([tabindex=-1]):not([tabindex=0])"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void everyControlHasItsLabelHintAndError(String name, Locale locale, State state) {
        Document page = render(name, locale, state);

        for (Element control : page.select("input:not([type=hidden]):not([aria-hidden]), select, textarea")) {
            assertThat(page.select("label[for=" + control.id() + "]").size() == 1 || control.hasAttr("aria-label"))
                    .as("label of %s", control)
                    .isTrue();
        }
        for (Element described : page.select("[aria-describedby], [aria-labelledby], [aria-controls]")) {
            Stream.of("aria-describedby", "aria-labelledby", "aria-controls")
                    .flatMap(attribute -> Stream.of(described.attr(attribute).split(" ")))
                    .filter(id -> !id.isEmpty())
                    .forEach(id ->
                            assertThat(page.getElementById(id)).as("#%s", id).isNotNull());
        }
        assertThat(page.select("[id]").stream().map(Element::id).toList()).doesNotHaveDuplicates();
        assertThat(page.select("[aria-invalid]").eachAttr("aria-invalid")).allMatch("true"::equals);
        assertThat(page.select("[aria-invalid]"))
                .allSatisfy(
                        invalid -> assertThat(invalid.attr("aria-describedby")).contains(invalid.id() + "-error"));
        assertThat(page.select("script:not([src]), i"))
                .as("hostile values are texts")
                .isEmpty();
        assertThat(page.select("img:not([alt]), button:empty, a:empty, label:empty"))
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void errorIsSaidInTheTitleAndTakesTheFocus(String name, Locale locale, State state) {
        Document page = render(name, locale, state);
        boolean failed = state == State.ERROR || name.endsWith("-refused.ftl");

        String prefix = locale.equals(Locale.FRENCH) ? "Erreur : " : "Error: ";
        assertThat(page.title().startsWith(prefix)).isEqualTo(failed);
        Set<String> silent = Set.of(
                "delete-credential.ftl",
                "link-idp-action.ftl",
                "terms.ftl",
                "login-page-expired.ftl",
                "error.ftl",
                "info.ftl",
                "pro-sante-charter-declined.ftl",
                "pro-sante-card-refused.ftl",
                "pro-sante-psc-refused.ftl");
        if (failed && !silent.contains(name)) {
            Element summary = page.selectFirst(".ps-summary[tabindex=-1][autofocus]");
            assertThat(summary).as("error summary").isNotNull();
            assertThat(page.select("[autofocus]")).hasSize(1);
            assertThat(summary.select("a").eachAttr("href"))
                    .allSatisfy(link -> assertThat(page.getElementById(link.substring(1)))
                            .as(link)
                            .isNotNull());
        }
    }

    @Test
    void homeOffersTheThreeDoors() {
        Document page = render("login.ftl", Locale.FRENCH, State.PLAIN);

        assertThat(page.select("h1").text()).startsWith("Bienvenue sur ");
        assertThat(page.select("h2").eachText())
                .containsExactly("Professionnels libéraux ou en établissement", "Annuaire", "Particuliers");
        Element card = page.selectFirst("button[name=authenticationExecution][value=execution-carte]");
        assertThat(card.text()).isEqualTo("S'identifier par carte CPS");
        assertThat(page.select("#social-psc").text())
                .isEqualTo("Pro Santé Connect Un service du ministère chargé de la Santé");
        assertThat(page.select("label").eachText()).contains("Nom d'utilisateur", "Mot de passe");
        assertThat(page.select("a[href*=loginResetCredentials]").text()).isEqualTo("Mot de passe oublié?");
        assertThat(page.select("#kc-login").text()).isEqualTo("Se connecter");
    }

    @Test
    void closedDoorIsNotShown() {
        LoginModel model = new LoginModel(Locale.FRENCH)
                .with("social", Map.of("providers", List.of()))
                .without("message");
        model.map()
                .put(
                        "auth",
                        Map.of("authenticationSelections", List.of(), "showUsername", LoginModel.method(a -> false)));
        Document page = parse(RENDERER.render("login.ftl", Locale.FRENCH, model.map()));

        assertThat(page.select("[name=authenticationExecution], .ps-psc, .ps-or"))
                .isEmpty();
        assertThat(page.select("#kc-form-login")).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, successLogout, Vous êtes déconnecté, Retirez votre carte du lecteur.",
        "fr, alreadyLoggedIn, Vous êtes déjà connecté, Revenez à votre application",
        "en, successLogout, You are logged out, Take your card out of the reader.",
        "en, alreadyLoggedIn, You are already logged in, Go back to your application",
    })
    void whatHasEndedIsItsOwnHeading(Locale locale, String text, String heading, String next) {
        LoginModel model = new LoginModel(locale)
                .message("success", Texts.own("login", locale).getProperty(text));
        Document page = parse(RENDERER.render("info.ftl", locale, model.map()));

        assertThat(page.select("h1").text()).isEqualTo(heading);
        assertThat(page.select("#kc-info-message").text()).startsWith(next);
    }

    @Test
    void firstPageIsLight() throws IOException {
        int html = RENDERER.render("login.ftl", Locale.FRENCH, new LoginModel(Locale.FRENCH).map())
                .getBytes(java.nio.charset.StandardCharsets.UTF_8)
                .length;
        int rest = 0;
        for (String file : List.of("css/pro-sante.css", "js/pro-sante.js", "img/icon.svg")) {
            rest += zipped("theme/pro-sante/login/resources/" + file);
        }
        assertThat(html + rest).as("HTML as it is, the rest gzipped").isLessThan(30_000 - 4_000);
    }

    private static Document render(String name, Locale locale, State state) {
        return parse(html(name, locale, state));
    }

    private static String html(String name, Locale locale, State state) {
        LoginModel model = new LoginModel(locale).with("pageId", name.replace(".ftl", ""));
        return RENDERER.render(name, locale, state.apply(model).map());
    }

    private static Document parse(String html) {
        return Jsoup.parse(html);
    }

    /** Steps between one heading and the next: more than one level down is a hole. */
    private static List<Integer> headingLevels(Document page) {
        List<Integer> levels = page.select("h1, h2, h3, h4, h5, h6").stream()
                .map(heading -> heading.normalName().charAt(1) - '0')
                .collect(Collectors.toList());
        return Stream.iterate(1, i -> i < levels.size(), i -> i + 1)
                .map(i -> levels.get(i) - levels.get(i - 1))
                .toList();
    }

    private static int zipped(String resource) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InputStream in = LoginThemeTest.class.getClassLoader().getResourceAsStream(resource);
                GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            in.transferTo(zip);
        }
        return bytes.size();
    }
}
