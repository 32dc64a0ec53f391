package fr.prosante.keycloak.theme;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import freemarker.template.TemplateMethodModelEx;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What the server hands to a login template: one plausible value for everything any of them reads (login-model.json), and
 * the beans' methods.
 */
final class LoginModel {

    private final Map<String, Object> model = read();
    private final Map<String, String> errors = new LinkedHashMap<>();

    LoginModel(Locale locale) {
        with("lang", locale.getLanguage());
        with(
                "locale",
                Map.of(
                        "rtl", false,
                        "currentLanguageTag", locale.getLanguage(),
                        "supported", List.of(language("fr", "Français"), language("en", "English"))));
        with("messagesPerField", fieldMessages());
        inside("realm").put("getAttribute", method(arguments -> null));
        inside("auth").put("showUsername", method(arguments -> true));
        inside("auth").put("showResetCredentials", method(arguments -> false));
        inside("auth").put("showTryAnotherWayLink", method(arguments -> true));
        Map<String, Object> totp = inside("totp");
        child(totp, "policy").put("getAlgorithmKey", method(arguments -> "SHA1"));
    }

    Map<String, Object> map() {
        return model;
    }

    LoginModel with(String name, Object value) {
        model.put(name, value);
        return this;
    }

    LoginModel without(String name) {
        model.remove(name);
        return this;
    }

    LoginModel message(String type, String summary) {
        return with("message", Map.of("type", type, "summary", summary));
    }

    LoginModel error(String field, String text) {
        errors.put(field, text);
        return message("error", String.join("<br>", errors.values()));
    }

    Map<String, Object> inside(String name) {
        return child(model, name);
    }

    static TemplateMethodModelEx method(Answer answer) {
        return answer::to;
    }

    /** What a bean's method would return. */
    @FunctionalInterface
    interface Answer {
        Object to(List<?> arguments);
    }

    private Map<String, Object> fieldMessages() {
        return Map.of(
                "existsError",
                method(fields -> fields.stream().anyMatch(field -> errors.containsKey(field.toString()))),
                "exists",
                method(fields -> errors.containsKey(fields.get(0).toString())),
                "get",
                method(fields -> errors.getOrDefault(fields.get(0).toString(), "")));
    }

    private static Map<String, Object> language(String tag, String label) {
        return Map.of("languageTag", tag, "label", label, "url", "/?a=1&kc_locale=" + tag);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> child(Map<String, Object> parent, String name) {
        return (Map<String, Object>) parent.get(name);
    }

    private static Map<String, Object> read() {
        try (InputStream in = LoginModel.class.getResourceAsStream("/login-model.json")) {
            return new ObjectMapper().readValue(in, new TypeReference<Map<String, Object>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
