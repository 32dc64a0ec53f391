package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.CodeOwner;
import org.keycloak.authentication.AuthenticationFlowContext;

/**
 * One request of the step: whose code, under which settings.
 *
 * @param context of Keycloak
 * @param options of the execution
 * @param owner the user with the address codes go to
 * @param desk the codes
 */
record CodeLogin(AuthenticationFlowContext context, EmailCodeOptions options, CodeOwner owner, CodeDesk desk) {
    static CodeLogin of(AuthenticationFlowContext context, EmailCodeOptions options) {
        String realmId = context.getRealm().getId();
        return new CodeLogin(
                context,
                options,
                new CodeOwner(
                        realmId,
                        context.getUser().getId(),
                        Admission.address(context.getUser()).orElse("")),
                new CodeDesk(context.getSession().getKeycloakSessionFactory(), realmId, options.policy()));
    }
}
