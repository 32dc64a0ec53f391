package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.otp.core.Issue;
import fr.prosante.keycloak.otp.core.IssuedCode;
import fr.prosante.keycloak.otp.core.TypedCode;
import fr.prosante.keycloak.otp.core.Verdict;
import fr.prosante.keycloak.outcome.Refusal;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.Authenticator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.OTPCredentialModel;

/** Second factor: a code mailed to the user's address, typed back. */
final class EmailCodeAuthenticator implements Authenticator {
    /** Which code this tab has shown: a refresh after its end offers a new one instead of mailing it unasked. */
    private static final String SHOWN = "pro-sante.otp.shown";

    private static final int LOOKS = 10;

    private final MailRoom room;

    EmailCodeAuthenticator(MailRoom room) {
        this.room = room;
    }

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        EmailCodeOptions options = EmailCodeOptions.of(context.getAuthenticatorConfig());
        CodeLogin login = CodeLogin.of(context, options);
        try {
            offer(login, options);
        } catch (StoreUnavailable e) {
            // Undone is the way to this step too: a field would lead nowhere, the login begins again.
            undo(
                    login,
                    Response.fromResponse(login.page().bar(CodeRefusal.STORE_UNAVAILABLE))
                            .status(Response.Status.SERVICE_UNAVAILABLE)
                            .build());
        }
    }

    private void offer(CodeLogin login, EmailCodeOptions options) {
        AuthenticationFlowContext context = login.context();
        Optional<CodeRefusal> refusal = Admission.refusal(context, options);
        if (refusal.isPresent()) {
            refuse(login, refusal.get());
            return;
        }
        Optional<IssuedCode> code = login.desk()
                .at(codes ->
                        codes.current(login.owner()).filter(one -> shown(context, one) || codes.usable(login.owner())));
        if (code.isPresent()) {
            challenge(login, code.get(), login.page().show());
        } else {
            newCode(login, false);
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        EmailCodeOptions options = EmailCodeOptions.of(context.getAuthenticatorConfig());
        CodeLogin login = CodeLogin.of(context, options);
        try {
            answer(login, options);
        } catch (StoreUnavailable e) {
            undo(login, login.page().show(CodeRefusal.STORE_UNAVAILABLE));
        }
    }

    private void answer(CodeLogin login, EmailCodeOptions options) {
        AuthenticationFlowContext context = login.context();
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        Optional<CodeRefusal> refusal = Admission.refusal(context, options);
        if (refusal.isPresent()) {
            refuse(login, refusal.get());
        } else if (form.containsKey(CodePage.RESEND)) {
            newCode(login, true);
        } else if (form.containsKey(CodePage.FIELD)) {
            judge(login, Optional.ofNullable(form.getFirst(CodePage.FIELD)).orElse(""));
        } else {
            challenge(login, login.page().show());
        }
    }

    private void newCode(CodeLogin login, boolean asked) {
        Issue issue = login.desk().at(codes -> codes.issue(login.owner()));
        if (issue instanceof Issue.Made made) {
            new CodeMail(login.request(), CodeMail.LOGIN, room).send(made);
            challenge(login, made.code(), login.page().show());
        } else if (asked) {
            challenge(login, login.page().show((Issue.Refused) issue));
        } else {
            arriveSecond(login, (Issue.Refused) issue);
        }
    }

    /** Nobody asked here: either a limit is reached, or another tab came first and its code is seen in a moment. */
    private static void arriveSecond(CodeLogin login, Issue.Refused refused) {
        for (int i = 0; i < LOOKS && refused == Issue.Refused.TOO_SOON; i++) {
            Optional<IssuedCode> code = login.desk().at(codes -> codes.current(login.owner()));
            if (code.isPresent()) {
                challenge(login, code.get(), login.page().show());
                return;
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
        challenge(login, login.page().show(refused));
    }

    private void judge(CodeLogin login, String typed) {
        TypedCode code = TypedCode.parse(typed, login.desk().policy().length());
        if (code.problem().isPresent()) {
            refuse(login, CodeRefusal.malformed(code.problem().get()));
            return;
        }
        Verdict verdict = login.desk().at(codes -> codes.verify(login.owner(), code.digits()));
        Optional<CodeRefusal> refusal = CodeRefusal.judged(verdict);
        if (refusal.isPresent()) {
            refuse(login, refusal.get());
        } else {
            login.context().getAuthenticationSession().removeAuthNote(SHOWN);
            login.context().success(OTPCredentialModel.TYPE);
        }
    }

    private static void refuse(CodeLogin login, CodeRefusal refusal) {
        AuthenticationFlowContext context = login.context();
        context.getEvent()
                .user(context.getUser())
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .error(refusal.eventError());
        Response page = login.page().show(refusal);
        if (refusal.effect() == CodeRefusal.Effect.COUNTED) {
            context.failureChallenge(refusal.flowError(), page);
        } else {
            context.forceChallenge(page);
        }
    }

    /** The page needs no store, and neither must the end of the request. */
    private static void undo(CodeLogin login, Response page) {
        CodeRefusal refusal = CodeRefusal.STORE_UNAVAILABLE;
        AuthenticationFlowContext context = login.context();
        StoreUnavailable.tell(() -> context.getEvent()
                .user(context.getUser())
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .error(refusal.eventError()));
        context.forceChallenge(page);
        context.getSession().getTransactionManager().setRollbackOnly();
    }

    private static void challenge(CodeLogin login, Response page) {
        login.desk().at(codes -> codes.current(login.owner())).ifPresent(code -> isShown(login, code));
        login.context().forceChallenge(page);
    }

    private static void challenge(CodeLogin login, IssuedCode code, Response page) {
        isShown(login, code);
        login.context().forceChallenge(page);
    }

    private static void isShown(CodeLogin login, IssuedCode code) {
        login.context().getAuthenticationSession().setAuthNote(SHOWN, code.id());
    }

    private static boolean shown(AuthenticationFlowContext context, IssuedCode code) {
        return code.id().equals(context.getAuthenticationSession().getAuthNote(SHOWN));
    }

    @Override
    public boolean requiresUser() {
        return true;
    }

    /**
     * True for everybody: who may not use the path is told so on a page. Keycloak calls this outside of a flow as well and
     * without the execution's settings, and a « no » would end in its page about credentials to set up.
     */
    @Override
    public boolean configuredFor(KeycloakSession session, RealmModel realm, @Nullable UserModel user) {
        return user != null;
    }

    @Override
    public void setRequiredActions(KeycloakSession session, RealmModel realm, UserModel user) {}

    @Override
    public void close() {}
}
