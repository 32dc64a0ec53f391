package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.CodeOwner;
import org.keycloak.authentication.AuthenticationFlowContext;

/** One request of the login step. */
record CodeLogin(AuthenticationFlowContext context, CodeRequest request) {
    static CodeLogin of(AuthenticationFlowContext context, EmailCodeOptions options) {
        return new CodeLogin(context, CodeRequest.of(context, options));
    }

    CodeDesk desk() {
        return request.desk();
    }

    CodeOwner owner() {
        return request.owner();
    }

    CodePage page() {
        return new CodePage(
                request,
                () -> context.form().setExecution(context.getExecution().getId()),
                "pro-sante-email-otp.ftl");
    }
}
