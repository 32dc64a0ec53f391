package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every state of the pages that this bundle brings: each refusal, each thing the server may know about a mailed code. */
final class OwnPagesTest {

    private static final String CARD_REFUSED = "pro-sante-card-refused.ftl";
    private static final String PSC_REFUSED = "pro-sante-psc-refused.ftl";

    private static final Renderer RENDERER = new Renderer("login");

    static Stream<Arguments> pages() {
        return Texts.locales()
                .flatMap(locale -> Stream.of(refusedCards(), refusedLogins(), codes(), contacts(), doors())
                        .flatMap(pages -> pages)
                        .map(page -> Arguments.of(page, locale)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    void pageIsWholeAndValid(Situation page, Locale locale) {
        var model = new LoginModel(locale).with("pageId", page.template.replace(".ftl", ""));
        model.map().putAll(page.values);

        var html = RENDERER.render(page.template, locale, model.map());

        assertThat(RENDERER.unknownTexts()).as("texts that no bundle has").isEmpty();
        assertThat(Jsoup.parse(html).select("h1")).hasSize(1);
        assertThat(Nu.complaints(html)).isEmpty();
        Kept.page(page.template, locale, page.name, html);
    }

    @ParameterizedTest
    @CsvSource({
        "fr, 1, Au moins 1 majuscule, Différent du mot de passe précédent",
        "fr, 3, Au moins 3 majuscules, Différent de vos 3 derniers mots de passe",
        "en, 1, At least 1 upper-case letter, Different from the last password",
        "en, 3, At least 3 upper-case letters, Different from your last 3 passwords",
    })
    void rulesOfThePasswordAgreeWithTheirNumber(Locale locale, int count, String letters, String former) {
        var model = new LoginModel(locale)
                .with(
                        "accountPolicy",
                        List.of(
                                Map.of("key", "proSanteAccountPolicyUpperCase", "count", count),
                                Map.of("key", "proSanteAccountPolicyPasswordHistory", "count", count)));

        var page = Jsoup.parse(RENDERER.render("pro-sante-account.ftl", locale, model.map()));

        assertThat(page.select(".ps-rules__rule").eachText()).containsExactly(letters, former);
    }

    /** What a page is told, and a name for it. */
    record Situation(String template, String name, Map<String, Object> values) {

        @Override
        public String toString() {
            return template + " " + name;
        }
    }

    private static Stream<Situation> refusedCards() {
        return keys("proSanteCardRefused", "Help")
                .map(key -> new Situation(
                        CARD_REFUSED,
                        key.replace("proSanteCardRefused", ""),
                        Map.of(
                                "cardRefusal",
                                Map.of(
                                        "title",
                                        "proSanteCardRefusedTitle",
                                        "message",
                                        key,
                                        "help",
                                        key + "Help",
                                        "reason",
                                        "reason",
                                        "incident",
                                        "ABCD2345",
                                        "closeBrowser",
                                        true))));
    }

    private static Stream<Situation> refusedLogins() {
        return keys("proSantePsc", "Advice")
                .map(key -> new Situation(PSC_REFUSED, key.replace("proSantePsc", ""), Map.of("reason", key)));
    }

    private static Stream<Situation> codes() {
        return codeStates("pro-sante-email-otp.ftl", "proSanteOtpStrongAuthNever");
    }

    private static Stream<Situation> contacts() {
        return Stream.concat(
                codeStates("pro-sante-contact-email.ftl", "proSanteContactNotStrong"),
                Stream.of(code("pro-sante-contact-email.ftl", "address", Map.of("state", "address"))));
    }

    /** The home page with other doors closed, and asked again inside a session. */
    private static Stream<Situation> doors() {
        return Stream.of(
                new Situation("login.ftl", "asked-again", Map.of("usernameHidden", "true")),
                new Situation("login.ftl", "password-only", Map.of("social", Map.of())));
    }

    private static Stream<Situation> codeStates(String template, String barred) {
        return Stream.concat(
                Stream.of("sent", "going", "failed", "busy", "expired", "exhausted", "none")
                        .map(state -> code(template, state, Map.of("state", state, "wait", 42))),
                Stream.of(
                        code(
                                template,
                                "unavailable",
                                Map.of("state", "unavailable", "notice", "proSanteOtpUnavailable")),
                        code(template, "too-soon", Map.of("state", "sent", "notice", "proSanteOtpTooSoon")),
                        code(template, "barred", Map.of("state", "barred", "notice", barred))));
    }

    private static Situation code(String template, String name, Map<String, Object> more) {
        var otp = new TreeMap<String, Object>(
                Map.of("at", "10:42", "until", "10:52", "again", "10:43:00", "address", "m…@example.fr", "length", 6));
        otp.putAll(more);
        return new Situation(template, name, Map.of("otp", otp));
    }

    /** Message keys that begin so and have a second sentence. */
    private static Stream<String> keys(String prefix, String second) {
        return Texts.providers(Locale.FRENCH).stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(second))
                .map(key -> key.substring(0, key.length() - second.length()))
                .sorted();
    }
}
