package fr.prosante.keycloak.account;

import fr.prosante.keycloak.account.core.AccountForm;
import fr.prosante.keycloak.account.core.AccountStep;
import fr.prosante.keycloak.account.core.AskedNames;
import fr.prosante.keycloak.account.core.KnownAccount;
import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.outcome.Refusal;
import fr.prosante.keycloak.outcome.UserlessStep;
import fr.prosante.keycloak.proof.StrongProof;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.authentication.authenticators.browser.AbstractUsernameFormAuthenticator;
import org.keycloak.common.util.Time;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.ModelException;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;
import org.keycloak.models.utils.FormMessage;

/**
 * Turns a strong proof into a logged-in account: straight in for a complete account, « Créer mon compte » for the others.
 * Everything is decided anew at each request from the proof of this session, never from what an earlier page assumed.
 */
final class AccountAuthenticator implements UserlessStep {

    @Override
    public void authenticate(AuthenticationFlowContext context) {
        Optional<StrongProof> proof = StrongProof.readFrom(context.getAuthenticationSession());
        Optional<UserModel> account = account(context, proof);
        switch (decide(context, proof, account)) {
            case ENTER -> enter(context, account.orElseThrow(), proof.orElseThrow());
            case ASK -> context.challenge(new AccountPage(context, proof.orElseThrow()).blank(account));
            case NO_PROOF -> refuse(context, AccountRefusal.NO_STRONG_PROOF);
            case STALE_PROOF -> startAgain(context);
            case DISABLED -> refuseDisabled(context, account.orElseThrow());
            default -> throw new IllegalStateException("a step that nobody handles");
        }
    }

    @Override
    public void action(AuthenticationFlowContext context) {
        Optional<StrongProof> proof = StrongProof.readFrom(context.getAuthenticationSession());
        Optional<UserModel> account = account(context, proof);
        switch (decide(context, proof, account)) {
            case ENTER -> enter(context, account.orElseThrow(), proof.orElseThrow());
            case ASK -> submit(context, proof.orElseThrow(), account);
            case NO_PROOF, STALE_PROOF -> startAgain(context);
            case DISABLED -> refuseDisabled(context, account.orElseThrow());
            default -> throw new IllegalStateException("a step that nobody handles");
        }
    }

    private static AccountStep decide(
            AuthenticationFlowContext context, Optional<StrongProof> proof, Optional<UserModel> account) {
        return AccountStep.decide(
                proof.map(StrongProof::provedAt),
                Instant.ofEpochMilli(Time.currentTimeMillis()),
                AccountSettings.of(context.getAuthenticatorConfig()).proofMaxAge(),
                account.map(user -> known(user, proof.orElseThrow())));
    }

    private static Optional<UserModel> account(AuthenticationFlowContext context, Optional<StrongProof> proof) {
        return proof.flatMap(
                given -> accounts(context).find(given.professional().id()));
    }

    private static ProfessionalAccounts accounts(AuthenticationFlowContext context) {
        return new ProfessionalAccounts(context.getSession(), context.getRealm());
    }

    /** Names that the proof gives are as good as there. */
    private static KnownAccount known(UserModel user, StrongProof proof) {
        AskedNames asked = AskedNames.of(proof.professional());
        return new KnownAccount(
                user.isEnabled(),
                isFilled(user.getEmail()),
                user.credentialManager().isConfiguredFor(PasswordCredentialModel.TYPE),
                (!asked.familyName() || isFilled(user.getLastName()))
                        && (!asked.givenName() || isFilled(user.getFirstName())));
    }

    private static void submit(AuthenticationFlowContext context, StrongProof proof, Optional<UserModel> account) {
        MultivaluedMap<String, String> sent = context.getHttpRequest().getDecodedFormParameters();
        AccountForm form = AccountForm.read(field -> Optional.ofNullable(sent.getFirst(field)));
        List<FormMessage> errors = new FormRules(context, proof).broken(form, account);
        if (!errors.isEmpty()) {
            askAgain(context, proof, form, errors.toArray(FormMessage[]::new));
            return;
        }
        RegistrationEvents events = new RegistrationEvents(context.getEvent(), proof);
        Registration registration = new Registration(context.getSession(), context.getRealm(), proof, form);
        if (account.isPresent()) {
            registration.complete(account.get());
            events.completed(account.get());
            enter(context, account.get(), proof);
            return;
        }
        try {
            registration.create();
        } catch (ModelDuplicateException e) {
            enterOrAskAgain(context, proof, form);
            return;
        } catch (ModelException e) {
            // A password rule of the realm that looks at the account itself, which did not exist when the form was
            // checked.
            if (!FormRules.isPasswordRule(e)) {
                throw e;
            }
            askAgain(context, proof, form, new FormMessage(AccountForm.PASSWORD, e.getMessage(), e.getParameters()));
            return;
        }
        UserModel created = account(context, Optional.of(proof)).orElseThrow();
        events.registered(created);
        enter(context, created, proof);
    }

    /** Another submission won: of this account, and then all is well; or of another one with the same address. */
    private static void enterOrAskAgain(AuthenticationFlowContext context, StrongProof proof, AccountForm form) {
        Optional<UserModel> account = account(context, Optional.of(proof));
        if (account.isPresent()) {
            enter(context, account.get(), proof);
        } else {
            askAgain(context, proof, form, new FormMessage(AccountForm.EMAIL, FormRules.EMAIL_TAKEN));
        }
    }

    private static void askAgain(
            AuthenticationFlowContext context, StrongProof proof, AccountForm form, FormMessage... errors) {
        new RegistrationEvents(context.getEvent(), proof).refused(List.of(errors));
        context.forceChallenge(new AccountPage(context, proof).again(form, List.of(errors)));
    }

    private static void enter(AuthenticationFlowContext context, UserModel user, StrongProof proof) {
        accounts(context).refresh(user, proof, context.getEvent());
        proof.tell(context.getEvent());
        // Else a name typed into the login form before the card was chosen would stand in the session and its events.
        context.getAuthenticationSession()
                .setAuthNote(AbstractUsernameFormAuthenticator.ATTEMPTED_USERNAME, user.getUsername());
        context.setUser(user);
        context.success();
    }

    private static void startAgain(AuthenticationFlowContext context) {
        Refusal refusal = AccountRefusal.STRONG_PROOF_TOO_OLD;
        StrongProof.clear(context.getAuthenticationSession());
        context.getEvent()
                .clone()
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .error(refusal.eventError());
        context.forkWithErrorMessage(new FormMessage(refusal.messageKey()));
    }

    private static void refuseDisabled(AuthenticationFlowContext context, UserModel user) {
        context.getEvent().user(user);
        refuse(context, AccountRefusal.ACCOUNT_DISABLED);
    }

    private static void refuse(AuthenticationFlowContext context, Refusal refusal) {
        context.getEvent().detail(Refusal.REASON_DETAIL, refusal.reason()).error(refusal.eventError());
        context.failure(
                refusal.flowError(),
                context.form().setError(refusal.messageKey()).createErrorPage(Response.Status.FORBIDDEN));
    }

    private static boolean isFilled(@Nullable String value) {
        return value != null && !value.isBlank();
    }
}
