package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.mail.MailRoom;
import java.util.List;
import org.keycloak.Config;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.credential.OTPCredentialModel;

/**
 * Factory of the e-mailed code.
 *
 * <p>Server option {@code spi-authenticator--pro-sante-email-otp--max-pending-mails}: mails of this step that may wait or
 * be sent at a time on one node, default 128.
 */
public final class EmailCodeAuthenticatorFactory implements ConfiguredStep {
    /** Id, stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-email-otp";

    private static final String MAX_PENDING_MAILS = "maxPendingMails";
    private static final int MAX_PENDING_MAILS_DEFAULT = 128;

    private MailRoom room = new MailRoom(PROVIDER_ID, MAX_PENDING_MAILS_DEFAULT);

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {
        int capacity = config.getInt(MAX_PENDING_MAILS, MAX_PENDING_MAILS_DEFAULT);
        if (capacity < 1) {
            throw new IllegalArgumentException(PROVIDER_ID + ": max-pending-mails must be at least 1");
        }
        room = new MailRoom(PROVIDER_ID, capacity);
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return new EmailCodeAuthenticator(room);
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: code by e-mail";
    }

    /** One of the categories that Keycloak's brute-force protection counts; it drops others without a word. */
    @Override
    public String getReferenceCategory() {
        return OTPCredentialModel.TYPE;
    }

    @Override
    public String getHelpText() {
        return "Second factor: a code of single use, mailed to the user's address. Only for users who have come by CPS"
                + " card or Pro Santé Connect before.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return REQUIREMENT_CHOICES.clone();
    }

    @Override
    public List<Option<?>> options() {
        return EmailCodeOptions.all();
    }
}
