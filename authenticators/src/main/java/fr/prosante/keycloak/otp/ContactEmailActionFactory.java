package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.config.ConfiguredAction;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.mail.MailRoom;
import java.util.List;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.models.KeycloakSession;

/** The required action, started by an application with {@code kc_action=pro-sante-contact-email}, that changes the contact address. */
public final class ContactEmailActionFactory implements ConfiguredAction {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-contact-email";

    private static final int CAPACITY = 64;

    private final MailRoom room = new MailRoom(PROVIDER_ID, CAPACITY);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return new ContactEmailAction(room);
    }

    @Override
    public String getDisplayText() {
        return "Pro Santé: contact e-mail";
    }

    @Override
    public List<Option<?>> options() {
        return EmailCodeOptions.forContact();
    }
}
