package fr.prosante.keycloak.login;

import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.login.core.LoginName;
import fr.prosante.keycloak.login.core.PlainNames;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.keycloak.models.AuthenticatorConfigModel;

/** The settings shared by the login form and the forgotten password, and the reading of names under them. */
record LoginSettings(KeyCheck keyCheck, PlainNames plainNames) {

    private static final String OWNER = "proSanteLogin";

    private static final Option<KeyCheck> KEY_CHECK = Option.choice(OWNER, "keyCheck", KeyCheck.STRICT);

    /**
     * Refused by default: the accounts of this realm belong to professionals, and the sentence on a mistyped identifier
     * needs to know that it is one. Realm administrators of their own need {@code allowed}, or another browser flow
     * bound to the client of the admin console.
     */
    private static final Option<PlainNames> PLAIN_NAMES = Option.choice(OWNER, "plainNames", PlainNames.REFUSED);

    static final List<Option<?>> OPTIONS = List.of(KEY_CHECK, PLAIN_NAMES);

    static LoginSettings of(@Nullable AuthenticatorConfigModel config) {
        return new LoginSettings(KEY_CHECK.value(config), PLAIN_NAMES.value(config));
    }

    LoginName read(String typed) {
        return LoginName.read(typed, keyCheck, plainNames);
    }
}
