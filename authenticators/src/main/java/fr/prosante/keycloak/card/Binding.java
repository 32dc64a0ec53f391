package fr.prosante.keycloak.card;

import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowContext;
import org.keycloak.sessions.AuthenticationSessionModel;

/** The one login, in the one tab of the one browser, that a ticket and its proof belong to. */
record Binding(String realm, String session, String tab, String execution) {

    static Binding of(AuthenticationFlowContext context) {
        AuthenticationSessionModel login = context.getAuthenticationSession();
        return new Binding(
                context.getRealm().getId(),
                login.getParentSession().getId(),
                login.getTabId(),
                context.getExecution().getId());
    }

    Map<String, String> notes() {
        return Map.of("realm", realm, "session", session, "tab", tab, "execution", execution);
    }

    static Optional<Binding> read(Map<String, String> notes) {
        String realm = notes.get("realm");
        String session = notes.get("session");
        String tab = notes.get("tab");
        String execution = notes.get("execution");
        return realm == null || session == null || tab == null || execution == null
                ? Optional.empty()
                : Optional.of(new Binding(realm, session, tab, execution));
    }
}
