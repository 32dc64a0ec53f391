package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.UserAttributes;
import fr.prosante.keycloak.psc.core.Practice;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.keycloak.Config;
import org.keycloak.authentication.InitiatedActionSupport;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.authentication.RequiredActionFactory;
import org.keycloak.authentication.RequiredActionProvider;
import org.keycloak.events.Details;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.UserModel;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.utils.FormMessage;

/**
 * « Dans quel cadre exercez-vous ? »: asked after a login by Pro Santé Connect by who has several practices and has not
 * chosen one that still exists. An application lets the user change with {@code kc_action=pro-sante-practice}.
 */
public final class PracticeRequiredAction implements RequiredActionProvider, RequiredActionFactory {

    /** Id stored in realms. */
    public static final String PROVIDER_ID = "pro-sante-practice";

    static final String FIELD = "practice";

    private static final String TEMPLATE = "pro-sante-psc-practice.ftl";

    @Override
    public void evaluateTriggers(RequiredActionContext context) {
        PscArrival.tell(context.getAuthenticationSession(), context.getEvent());
        boolean asked = PracticeNotes.all(authNote(context, PracticeNotes.ALL)).size() > 1
                && authNote(context, PracticeNotes.CHOSEN).isEmpty();
        if (asked) {
            context.getAuthenticationSession().addRequiredAction(PROVIDER_ID);
        }
    }

    @Override
    public void requiredActionChallenge(RequiredActionContext context) {
        List<Practice> practices = practices(context);
        if (practices.size() < 2) {
            // Nothing to choose from in this session: a login by other means, or one practice only.
            context.success();
            return;
        }
        context.challenge(page(context, practices, false));
    }

    @Override
    public void processAction(RequiredActionContext context) {
        List<Practice> practices = practices(context);
        String key = Optional.ofNullable(
                        context.getHttpRequest().getDecodedFormParameters().getFirst(FIELD))
                .orElse("");
        Optional<Practice> chosen = practices.stream()
                .filter(practice -> practice.key().equals(key))
                .findFirst();
        if (chosen.isEmpty()) {
            context.challenge(page(context, practices, true));
            return;
        }
        apply(context, chosen.get());
        context.success();
    }

    private static void apply(RequiredActionContext context, Practice practice) {
        UserModel user = context.getUser();
        PracticeMemory.remember(user, practice);
        practice.structureId().ifPresent(id -> user.setSingleAttribute(UserAttributes.STRUCTURE_ID, id));
        practice.name().ifPresent(name -> user.setSingleAttribute(UserAttributes.STRUCTURE_NAME, name));
        String json = PracticeNotes.json(practice.toMap());
        context.getAuthenticationSession().setUserSessionNote(PracticeNotes.CHOSEN, json);
        userSession(context).ifPresent(session -> session.setNote(PracticeNotes.CHOSEN, json));
        context.getEvent().detail(Details.CUSTOM_REQUIRED_ACTION, PROVIDER_ID);
    }

    private static Response page(RequiredActionContext context, List<Practice> practices, boolean missing) {
        LoginFormsProvider form = context.form();
        if (missing) {
            form.addError(new FormMessage(FIELD, "proSantePscPracticeMissing"));
        }
        return form.setAttribute(
                        "practices", practices.stream().map(PracticeChoice::of).toList())
                .setAttribute(
                        "chosen",
                        Optional.ofNullable(context.getUser().getFirstAttribute(PracticeMemory.ATTRIBUTE))
                                .orElse(""))
                .createForm(TEMPLATE);
    }

    /** From this login, or from the session of which the user changes the practice. */
    private static List<Practice> practices(RequiredActionContext context) {
        return PracticeNotes.all(authNote(context, PracticeNotes.ALL)
                .or(() -> userSession(context)
                        .flatMap(session -> Optional.ofNullable(session.getNote(PracticeNotes.ALL)))));
    }

    private static Optional<String> authNote(RequiredActionContext context, String name) {
        return Optional.ofNullable(
                context.getAuthenticationSession().getUserSessionNotes().get(name));
    }

    private static Optional<UserSessionModel> userSession(RequiredActionContext context) {
        return Optional.ofNullable(context.getSession()
                .sessions()
                .getUserSession(
                        context.getRealm(),
                        context.getAuthenticationSession().getParentSession().getId()));
    }

    @Override
    public InitiatedActionSupport initiatedActionSupport() {
        return InitiatedActionSupport.SUPPORTED;
    }

    @Override
    public RequiredActionProvider create(KeycloakSession session) {
        return this;
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public String getDisplayText() {
        return "Pro Santé: choose the practice";
    }

    @Override
    public void init(Config.Scope config) {
        // No server option.
    }

    @Override
    public void postInit(KeycloakSessionFactory factory) {
        // Nothing to prepare.
    }

    @Override
    public void close() {
        // Nothing to release.
    }
}
