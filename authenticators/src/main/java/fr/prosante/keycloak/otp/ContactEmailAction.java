package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.mail.MailRoom;
import fr.prosante.keycloak.otp.core.Issue;
import fr.prosante.keycloak.otp.core.TypedCode;
import fr.prosante.keycloak.outcome.Refusal;
import fr.prosante.keycloak.proof.StrongSession;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.Constants;
import org.keycloak.models.ModelDuplicateException;
import org.keycloak.models.RealmModel;
import org.keycloak.models.RequiredActionConfigModel;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Changes the address that codes go to. Whoever owns that address owns the second factor, so only a card or Pro Santé
 * Connect in this session opens the page, a code proves the new address, and the old one is told.
 */
final class ContactEmailAction implements RequiredActionProvider {
    /** Field of the new address; repeated by the page with the code, and bound to the code by its digest. */
    static final String ADDRESS = "email";

    private static final String FORM = "pro-sante-contact-email.ftl";

    private final MailRoom room;

    ContactEmailAction(MailRoom room) {
        this.room = room;
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public void evaluateTriggers(RequiredActionContext context) {}

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        boolean asked = context.getAuthenticationSession().getClientNote(Constants.KC_ACTION_EXECUTING) != null;
        if (strong(context)) {
            context.challenge(page(context.form(), "address"));
        } else if (asked) {
            refuse(context, ContactRefusal.NOT_STRONG);
        } else {
            // An administrator wants a new address of somebody who came by password: the next strong login asks.
            context.ignore();
        }
    }

    @Override
    public void processAction(RequiredActionContext context) {
        MultivaluedMap<String, String> form = context.getHttpRequest().getDecodedFormParameters();
        NewAddress address =
                NewAddress.typed(Optional.ofNullable(form.getFirst(ADDRESS)).orElse(""));
        Optional<ContactRefusal> refusal =
                strong(context) ? address.refusal(context) : Optional.of(ContactRefusal.NOT_STRONG);
        if (refusal.isPresent()) {
            refuse(context, refusal.get());
            return;
        }
        CodeRequest request = CodeRequest.of(context, options(context), address.value());
        CodePage page = new CodePage(request, () -> context.form().setAttribute(ADDRESS, address.value()), FORM);
        try {
            answer(context, request, page, form);
        } catch (StoreUnavailable e) {
            StoreUnavailable.tell(() -> tell(context, CodeRefusal.STORE_UNAVAILABLE));
            context.challenge(page.show(CodeRefusal.STORE_UNAVAILABLE));
            context.getSession().getTransactionManager().setRollbackOnly();
        }
    }

    private void answer(
            RequiredActionContext context, CodeRequest request, CodePage page, MultivaluedMap<String, String> form) {
        if (form.containsKey(CodePage.RESEND)) {
            context.challenge(newCode(request, page));
        } else if (form.containsKey(CodePage.FIELD)) {
            judge(
                    context,
                    request,
                    Optional.ofNullable(form.getFirst(CodePage.FIELD)).orElse(""),
                    page);
        } else {
            boolean usable = request.desk().at(codes -> codes.usable(request.owner()));
            context.challenge(usable ? page.show() : newCode(request, page));
        }
    }

    private Response newCode(CodeRequest request, CodePage page) {
        Issue issue = request.desk().at(codes -> codes.issue(request.owner()));
        if (issue instanceof Issue.Made made) {
            new CodeMail(request, CodeMail.CONTACT, room).send(made);
            return page.show();
        }
        return page.show((Issue.Refused) issue);
    }

    private void judge(RequiredActionContext context, CodeRequest request, String typed, CodePage page) {
        TypedCode code = TypedCode.parse(typed, request.desk().policy().length());
        Optional<CodeRefusal> refusal = code.problem().isPresent()
                ? Optional.of(CodeRefusal.malformed(code.problem().get()))
                : CodeRefusal.judged(request.desk().at(codes -> codes.verify(request.owner(), code.digits())));
        if (refusal.isPresent()) {
            tell(context, refusal.get());
            context.challenge(page.show(refusal.get()));
            return;
        }
        if (!change(request)) {
            refuse(context, ContactRefusal.ADDRESS_IN_USE);
            return;
        }
        new ContactNotice(request, room).send();
        context.getEvent().clone().event(EventType.UPDATE_EMAIL).success();
        context.success();
    }

    /**
     * Whether the database gave the address: in a transaction of its own, because the one of the request ends when there is
     * no page any more to say that somebody else came first.
     */
    private static boolean change(CodeRequest request) {
        try {
            KeycloakModelUtils.runJobInTransaction(request.session().getKeycloakSessionFactory(), session -> {
                RealmModel realm = session.realms().getRealm(request.realm().getId());
                session.getContext().setRealm(realm);
                UserModel user =
                        session.users().getUserById(realm, request.user().getId());
                user.setEmail(request.owner().address());
                user.setEmailVerified(true);
            });
            return true;
        } catch (ModelDuplicateException e) {
            return false;
        }
    }

    private static boolean strong(RequiredActionContext context) {
        ProfessionalAccounts accounts = new ProfessionalAccounts(context.getSession(), context.getRealm());
        return StrongSession.provedIn(context.getSession(), context.getAuthenticationSession())
                .flatMap(accounts::find)
                .filter(proved -> proved.getId().equals(context.getUser().getId()))
                .isPresent();
    }

    private static void refuse(RequiredActionContext context, ContactRefusal refusal) {
        tell(context, refusal);
        LoginFormsProvider form = context.form();
        refusal.field().ifPresent(field -> form.addError(new FormMessage(field, refusal.messageKey())));
        context.challenge(page(form, refusal == ContactRefusal.NOT_STRONG ? "barred" : "address"));
    }

    private static void tell(RequiredActionContext context, Refusal refusal) {
        context.getEvent()
                .clone()
                .event(EventType.UPDATE_EMAIL)
                .user(context.getUser())
                .detail(Refusal.REASON_DETAIL, refusal.reason())
                .error(refusal.eventError());
    }

    private static Response page(LoginFormsProvider form, String state) {
        return form.setAttribute("otp", Map.of("state", state)).createForm(FORM);
    }

    private static EmailCodeOptions options(RequiredActionContext context) {
        return new EmailCodeOptions(Optional.ofNullable(context.getConfig())
                .map(RequiredActionConfigModel::getConfig)
                .orElse(Map.of()));
    }

    @Override
    public void close() {}
}
