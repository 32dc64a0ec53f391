package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.CodeOwner;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * One request that has to do with codes: whose code, under which settings.
 *
 * @param session of the request
 * @param realm of the user
 * @param user who asks
 * @param clientId application the user is on the way to
 * @param ipAddress where the request comes from
 * @param options in force
 * @param owner the user with the address that codes go to
 */
record CodeRequest(
        KeycloakSession session,
        RealmModel realm,
        UserModel user,
        String clientId,
        String ipAddress,
        EmailCodeOptions options,
        CodeOwner owner) {
    /** A login, with the address of the account. */
    static CodeRequest of(AuthenticationFlowContext context, EmailCodeOptions options) {
        return new CodeRequest(
                context.getSession(),
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession().getClient().getClientId(),
                context.getConnection().getRemoteHost(),
                options,
                new CodeOwner(
                        context.getRealm().getId(),
                        context.getUser().getId(),
                        Admission.address(context.getUser()).orElse("")));
    }

    /** A change of address, with the new address; its codes and limits are not those of the login. */
    static CodeRequest of(RequiredActionContext context, EmailCodeOptions options, String newAddress) {
        return new CodeRequest(
                context.getSession(),
                context.getRealm(),
                context.getUser(),
                context.getAuthenticationSession().getClient().getClientId(),
                context.getConnection().getRemoteHost(),
                options,
                new CodeOwner(context.getRealm().getId(), context.getUser().getId() + ":contact", newAddress));
    }

    CodeDesk desk() {
        return new CodeDesk(session.getKeycloakSessionFactory(), realm.getId(), options.policy());
    }
}
