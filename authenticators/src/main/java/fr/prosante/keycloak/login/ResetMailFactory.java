package fr.prosante.keycloak.login;

import fr.prosante.keycloak.config.ConfiguredStep;
import fr.prosante.keycloak.config.Option;
import fr.prosante.keycloak.mail.MailRoom;
import java.util.List;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.AuthenticationExecutionModel.Requirement;
import org.keycloak.models.KeycloakSession;

/** The second step of the forgotten password: the mail with the link. */
public final class ResetMailFactory implements ConfiguredStep {

    public static final String PROVIDER_ID = "pro-sante-reset-mail";

    /** Of mails that wait or are being sent on one node. */
    private static final int CAPACITY = 64;

    private final ResetMail step = new ResetMail(new MailRoom(PROVIDER_ID, CAPACITY));

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public Authenticator create(KeycloakSession session) {
        return step;
    }

    @Override
    public String getDisplayType() {
        return "Pro Santé: mail the link to a new password";
    }

    @Override
    public String getHelpText() {
        return "Mails the link off the request thread, so that no time tells who has an account. Whoever follows it chooses"
                + " a new password and is led back to the login page.";
    }

    @Override
    public Requirement[] getRequirementChoices() {
        return new Requirement[] {Requirement.REQUIRED};
    }

    @Override
    public List<Option<?>> options() {
        return List.of();
    }
}
