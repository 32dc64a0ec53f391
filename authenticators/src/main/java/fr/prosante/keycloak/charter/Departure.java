package fr.prosante.keycloak.charter;

import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.RequiredActionContext;
import org.keycloak.events.Details;
import org.keycloak.events.EventType;
import org.keycloak.forms.login.LoginFormsProvider;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.services.managers.AuthenticationManager;
import org.keycloak.services.managers.AuthenticationSessionManager;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.theme.beans.LocaleBean;

/** The way out for who does not accept: a polite page, this login forgotten, an older session of this browser ended. */
final class Departure {

    private static final String TEMPLATE = "pro-sante-charter-declined.ftl";

    private final RequiredActionContext context;

    Departure(RequiredActionContext context) {
        this.context = context;
    }

    Response page() {
        LoginFormsProvider form = context.form();
        form.setAttributeMapper(Departure::inOneLanguage);
        Response page = form.setDetachedAuthSession().createForm(TEMPLATE);
        endSession();
        new AuthenticationSessionManager(context.getSession())
                .removeAuthenticationSession(context.getRealm(), context.getAuthenticationSession(), true);
        return page;
    }

    /** The login is gone: a switch of the language would lead to an error, so none is offered. */
    private static Map<String, Object> inOneLanguage(Map<String, Object> attributes) {
        if (attributes.get("locale") instanceof LocaleBean locale) {
            attributes.put(
                    "locale",
                    Map.of(
                            "current", locale.getCurrent(),
                            "currentLanguageTag", locale.getCurrentLanguageTag(),
                            "rtl", locale.isRtl(),
                            "supported", List.of()));
        }
        return attributes;
    }

    /** Someone already logged in meets a new version at the next application they open: declining logs them out of all. */
    private void endSession() {
        KeycloakSession session = context.getSession();
        AuthenticationSessionModel login = context.getAuthenticationSession();
        Optional<UserSessionModel> running = Optional.ofNullable(session.sessions()
                .getUserSession(context.getRealm(), login.getParentSession().getId()));
        running.ifPresent(userSession -> {
            context.getEvent()
                    .clone()
                    .event(EventType.LOGOUT)
                    .session(userSession)
                    .detail(Details.LOGOUT_TRIGGERED_BY_REQUIRED_ACTION, CharterActionFactory.PROVIDER_ID)
                    .success();
            AuthenticationManager.backchannelLogout(session, userSession, true);
            AuthenticationManager.expireIdentityCookie(session);
        });
    }
}
