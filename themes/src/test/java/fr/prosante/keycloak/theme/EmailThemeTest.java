package fr.prosante.keycloak.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every mail of the server, in both forms and languages. */
final class EmailThemeTest {

    private static final String LINK =
            "https://login.example.fr/realms/portail/login-actions/action-token?key=a.b.c&x=1";

    private static final Renderer RENDERER = new Renderer("email");

    static Stream<Arguments> mails() {
        return Stream.of(
                        "email-test",
                        "email-update-confirmation",
                        "email-verification",
                        "email-verification-with-code",
                        "event-login_error",
                        "event-remove_credential",
                        "event-remove_totp",
                        "event-update_credential",
                        "event-update_password",
                        "event-update_totp",
                        "event-user_disabled_by_permanent_lockout",
                        "event-user_disabled_by_temporary_lockout",
                        "executeActions",
                        "identity-provider-link",
                        "org-invite",
                        "password-reset",
                        "verifiable-credential-offer",
                        "workflow-notification")
                .flatMap(name -> Texts.locales().map(locale -> Arguments.of(name, locale)));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void htmlStandsAlone(String name, Locale locale) {
        String html = RENDERER.render("html/" + name + ".ftl", locale, model(locale));
        Document mail = Jsoup.parse(html);

        Kept.mail(name, locale, html);
        assertThat(RENDERER.unknownTexts()).isEmpty();
        assertThat(Nu.complaints(html)).isEmpty();
        assertThat(mail.select("html").attr("lang")).isEqualTo(locale.getLanguage());
        assertThat(mail.select("img, link, script, table, [src], [background]")).isEmpty();
        assertThat(mail.select("h1")).hasSize(1);
        assertThat(mail.select("a").eachAttr("href")).allMatch(LINK::equals);
        assertThat(mail.select("i")).as("hostile values stay texts").isEmpty();
    }

    static Stream<Arguments> ownMails() {
        return Stream.of(
                        "pro-sante-contact-code",
                        "pro-sante-contact-notice",
                        "pro-sante-email-code",
                        "pro-sante-notice")
                .flatMap(name -> Texts.locales().map(locale -> Arguments.of(name, locale)));
    }

    /** They have no link on purpose: a mail with a code teaches nobody to click. */
    @ParameterizedTest
    @MethodSource("ownMails")
    void ownMailsStandAlone(String name, Locale locale) {
        String html = RENDERER.render("html/" + name + ".ftl", locale, model(locale));
        String text = RENDERER.render("text/" + name + ".ftl", locale, model(locale));

        Kept.mail(name, locale, html);
        assertThat(RENDERER.unknownTexts()).isEmpty();
        assertThat(Nu.complaints(html)).isEmpty();
        assertThat(Jsoup.parse(html).select("img, link, script, table, a, i, [src], [background]"))
                .isEmpty();
        assertThat(text).contains("Portail d'essai <i>").doesNotContain("&lt;", "&#39;", "<p>");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void textSaysTheSameWithoutMarkup(String name, Locale locale) {
        String text = RENDERER.render("text/" + name + ".ftl", locale, model(locale));
        Document html = Jsoup.parse(RENDERER.render("html/" + name + ".ftl", locale, model(locale)));

        assertThat(RENDERER.unknownTexts()).isEmpty();
        assertThat(text).doesNotContain("<p>", "&#39;", "&amp;", "&quot;").doesNotContain("\n\n\n\n");
        assertThat(text.contains(LINK)).isEqualTo(!html.select("a").isEmpty());
        assertThat(text).contains(locale.equals(Locale.FRENCH) ? "Bonjour," : "Hello,");
    }

    private static Map<String, Object> model(Locale locale) {
        Map<String, Object> model = new java.util.HashMap<>();
        model.put("locale", Map.of("language", locale.getLanguage()));
        model.put("ltr", true);
        model.put("realmName", "Portail d'essai <i>");
        model.put("subject", "Sujet <i>");
        model.put("link", LINK);
        model.put("linkExpiration", 5);
        model.put("linkExpirationFormatter", LoginModel.method(arguments -> "5 minutes"));
        model.put("code", "123456");
        model.put("service", "Portail d'essai <i>");
        model.put("application", "Annuaire <i>");
        model.put("sentence", "proSanteNoticeLoginSentence");
        model.put("hour", "10:42");
        model.put("until", "10:52");
        model.put("minutes", 10);
        model.put("address", "m…@example.fr");
        model.put("newEmail", "n@example.fr");
        model.put("identityProviderDisplayName", "PSC");
        model.put("credentialScopeDisplayName", "Carte");
        model.put("organization", Map.of("name", "CHU <i>"));
        model.put("requiredActions", List.of("UPDATE_PASSWORD", "VERIFY_EMAIL"));
        model.put("messageKey", "accountDeleteNotificationBody");
        model.put("daysRemaining", 1);
        model.put("reason", "inactivité");
        model.put(
                "event",
                Map.of(
                        "date",
                        "23/11/2026",
                        "ipAddress",
                        "192.0.2.1",
                        "getDetail",
                        LoginModel.method(arguments -> "otp")));
        return model;
    }
}
