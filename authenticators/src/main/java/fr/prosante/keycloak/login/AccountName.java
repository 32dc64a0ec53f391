package fr.prosante.keycloak.login;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.identity.core.Adeli;
import fr.prosante.keycloak.identity.core.IdProblem;
import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.login.core.LoginName;
import java.util.Optional;
import java.util.function.Function;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * The user name that a typed identifier stands for, whether such an account exists or not. It is the name of the account
 * and not what was typed that must reach the notes of the session: Keycloak counts wrong passwords by it.
 */
record AccountName(String value, Optional<IdProblem> problem) {

    static AccountName of(String typed, AuthenticationFlowContext context) {
        return read(typed, context, id -> username(id, context));
    }

    /** The same without a look at any account: a former ADELI number stays one. */
    static AccountName unseen(String typed, AuthenticationFlowContext context) {
        return read(typed, context, NationalId::username);
    }

    private static AccountName read(
            String typed, AuthenticationFlowContext context, Function<NationalId, String> username) {
        LoginName name = LoginSettings.of(context.getAuthenticatorConfig()).read(typed);
        return new AccountName(name.id().map(username).or(name::plain).orElse(""), name.problem());
    }

    /** The account of such a name, or of such an address where the realm takes addresses for names. */
    static Optional<UserModel> holder(String name, KeycloakSession session, RealmModel realm) {
        return NationalIds.parseOfficial(name, KeyCheck.TOLERANT)
                .id()
                .map(id -> new ProfessionalAccounts(session, realm).find(id))
                .orElseGet(() -> Optional.ofNullable(KeycloakModelUtils.findUserByNameOrEmail(session, realm, name)));
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
