package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.identity.PasswordDate;
import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.otp.core.StrongAuthGate;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.util.AuthenticatorUtils;
import org.keycloak.events.Errors;
import org.keycloak.models.UserModel;

/**
 * Who may use the code path at all. Asked on every request of the step, because any of it may change while a page is open;
 * an account that was switched off meanwhile Keycloak refuses itself, before the step.
 */
final class Admission {
    private Admission() {}

    static Optional<CodeRefusal> refusal(AuthenticationFlowContext context, EmailCodeOptions options) {
        UserModel user = context.getUser();
        return lock(context, user)
                .or(() -> when(
                        options.closedFor(
                                context.getAuthenticationSession().getClient().getClientId()),
                        CodeRefusal.CLOSED_FOR_CLIENT))
                .or(() -> gate(user, options))
                .or(() -> when(address(user).isEmpty(), CodeRefusal.NO_ADDRESS));
    }

    static Optional<String> address(UserModel user) {
        return Optional.ofNullable(user.getEmail()).filter(address -> !address.isBlank());
    }

    private static Optional<CodeRefusal> lock(AuthenticationFlowContext context, UserModel user) {
        return StoreUnavailable.guard(
                        () -> Optional.ofNullable(AuthenticatorUtils.getDisabledByBruteForceEventError(context, user)))
                .map(error -> error.equals(Errors.USER_TEMPORARILY_DISABLED)
                        ? CodeRefusal.LOCKED_FOR_NOW
                        : CodeRefusal.LOCKED_FOR_GOOD);
    }

    private static Optional<CodeRefusal> gate(UserModel user, EmailCodeOptions options) {
        Optional<String> strongAuthAt = Optional.ofNullable(user.getFirstAttribute(UserAttributes.STRONG_AUTH_AT));
        StrongAuthGate.Decision decision =
                options.gate().decide(strongAuthAt, PasswordDate.of(user), new ServerClock());
        return switch (decision) {
            case OPEN -> Optional.empty();
            case NEVER -> Optional.of(CodeRefusal.STRONG_AUTH_NEVER);
            case TOO_OLD -> Optional.of(CodeRefusal.STRONG_AUTH_TOO_OLD);
            case OLDER_THAN_PASSWORD -> Optional.of(CodeRefusal.PASSWORD_NEWER);
        };
    }

    private static Optional<CodeRefusal> when(boolean condition, CodeRefusal refusal) {
        return condition ? Optional.of(refusal) : Optional.empty();
    }
}
