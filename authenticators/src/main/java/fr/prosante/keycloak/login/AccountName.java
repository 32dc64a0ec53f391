package fr.prosante.keycloak.login;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.identity.core.Adeli;
import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.login.core.LoginName;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.UserModel;

/**
 * The user name that a typed identifier stands for, whether such an account exists or not. It is the name of the account
 * and not what was typed that must reach the notes of the session: Keycloak counts wrong passwords by it.
 */
record AccountName(String value, Optional<IdProblem> problem) {

    static AccountName of(String typed, AuthenticationFlowContext context) {
        LoginName name = LoginSettings.of(context.getAuthenticatorConfig()).read(typed);
        return new AccountName(
                name.id().map(id -> username(id, context)).or(name::plain).orElse(""), name.problem());
    }

    /** Only an ADELI number may stand for an account of another name; the others are not looked up twice. */
    private static String username(NationalId id, AuthenticationFlowContext context) {
        if (!(id instanceof Adeli)) {
            return id.username();
        }
        return new ProfessionalAccounts(context.getSession(), context.getRealm())
                .find(id)
                .map(UserModel::getUsername)
                .orElseGet(id::username);
    }
}
