package fr.prosante.keycloak.charter;

import fr.prosante.keycloak.charter.core.Charter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.theme.Theme;

/** Finds the charter that applies to a request: the version of the settings, the text in the language of the page. */
final class CharterInForce {

    /**
     * The message that holds the text; a translation of the realm (Realm settings, Localization) replaces the sample. It
     * is read as it stands: apostrophes and braces mean nothing.
     */
    static final String TEXT_KEY = "proSanteCharterText";

    private CharterInForce() {}

    static Charter of(RequiredActionContext context) {
        KeycloakSession session = context.getSession();
        Locale locale = session.getContext().resolveLocale(context.getUser());
        try {
            String text = session.theme()
                    .getTheme(Theme.Type.LOGIN)
                    .getEnhancedMessages(context.getRealm(), locale)
                    .getProperty(TEXT_KEY, "");
            return new Charter(CharterSettings.version(context.getConfig()), locale.toLanguageTag(), text);
        } catch (IOException e) {
            throw new UncheckedIOException("the messages of the login theme cannot be read", e);
        }
    }
}
