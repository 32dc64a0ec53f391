package fr.prosante.keycloak.config;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keycloak.locale.LocaleSelectorProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.theme.Theme;

/** The words in which administrators are told why a setting is refused: the console shows the answer as it stands. */
public final class AdminTexts {

    private static final String ENGLISH = "/theme-resources/messages/messages_en.properties";

    private final Locale locale;
    private final Properties messages;

    private AdminTexts(Locale locale, Properties messages) {
        this.locale = locale;
        this.messages = messages;
    }

    /** In the language of the console of whoever sent the request; in English where nobody did, as at an import. */
    public static AdminTexts of(@Nullable KeycloakSession session) {
        UserSessionModel admin = session == null ? null : session.getContext().getUserSession();
        if (session == null || admin == null) {
            return english();
        }
        try {
            Locale locale =
                    session.getProvider(LocaleSelectorProvider.class).resolveLocale(admin.getRealm(), admin.getUser());
            Theme theme = session.theme().getTheme(Theme.Type.ADMIN);
            return new AdminTexts(locale, theme.getEnhancedMessages(admin.getRealm(), locale));
        } catch (IOException e) {
            throw new UncheckedIOException("the messages of the admin theme cannot be read", e);
        }
    }

    /** The language of the log, with the messages of this jar alone. */
    public static AdminTexts english() {
        Properties messages = new Properties();
        try (var reader = new InputStreamReader(
                Objects.requireNonNull(AdminTexts.class.getResourceAsStream(ENGLISH)), StandardCharsets.UTF_8)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new AdminTexts(Locale.ENGLISH, messages);
    }

    /** One sentence each. */
    public String tell(List<Problem> problems) {
        return problems.stream().map(this::tell).distinct().collect(Collectors.joining(" "));
    }

    public String tell(Problem problem) {
        Object[] parameters =
                problem.parameters().stream().map(this::translated).toArray();
        return new MessageFormat(translated(problem.messageKey()), locale).format(parameters);
    }

    private String translated(String text) {
        return messages.getProperty(text, text);
    }
}
