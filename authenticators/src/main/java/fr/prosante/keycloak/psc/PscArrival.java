package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.identity.ProfessionalAccounts;
import fr.prosante.keycloak.proof.StrongProof;
import fr.prosante.keycloak.psc.core.Practice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.broker.oidc.OIDCIdentityProvider;
import org.keycloak.broker.provider.BrokeredIdentityContext;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.sessions.AuthenticationSessionModel;

/** What every login by Pro Santé Connect leaves behind: a fresh identity on the account, and notes in the session. */
final class PscArrival {

    /** Read by the mapper of {@code amr}; values of RFC 8176 separated by spaces. */
    static final String AMR_NOTE = "pro-sante.amr";

    static final String ACR_NOTE = "pro-sante.psc.acr";
    static final String AUTH_MODE_NOTE = "pro-sante.psc.authMode";

    private final KeycloakSession session;
    private final RealmModel realm;

    PscArrival(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    void refresh(UserModel user, BrokeredIdentityContext context) {
        PscIdentity who = PscIdentity.readFrom(context);
        Adoption.adopt(session, realm, user, who);
        StrongProof proof = who.proof(PracticeMemory.current(user, who.practices()));
        AuthenticationSessionModel authSession = context.getAuthenticationSession();
        EventBuilder event =
                new EventBuilder(realm, session, session.getContext().getConnection()).user(user);
        if (authSession != null) {
            event.client(authSession.getClient());
            proof.writeTo(authSession);
        }
        new ProfessionalAccounts(session, realm).refresh(user, proof, event);
    }

    /**
     * Tells the event of a login what Pro Santé Connect said: it was another request to which that came, when a first login or
     * a page lies between.
     */
    static void tell(AuthenticationSessionModel authSession, EventBuilder event) {
        Map<String, String> notes = authSession.getUserSessionNotes();
        Optional.ofNullable(notes.get(ACR_NOTE)).ifPresent(acr -> event.detail(PscLogin.ACR, acr));
        Optional.ofNullable(notes.get(AUTH_MODE_NOTE)).ifPresent(mode -> event.detail(PscLogin.AUTH_MODE, mode));
    }

    void finish(AuthenticationSessionModel authSession, BrokeredIdentityContext context) {
        PscIdentity who = PscIdentity.readFrom(context);
        Object idToken = context.getContextData().get(OIDCIdentityProvider.FEDERATED_ID_TOKEN);
        if (idToken != null) {
            authSession.setUserSessionNote(OIDCIdentityProvider.FEDERATED_ID_TOKEN, idToken.toString());
        }
        authSession.setUserSessionNote(AMR_NOTE, who.means().amr());
        who.acr().ifPresent(acr -> authSession.setUserSessionNote(ACR_NOTE, acr));
        who.authMode().ifPresent(mode -> authSession.setUserSessionNote(AUTH_MODE_NOTE, mode));
        List<Practice> practices = who.practices();
        Optional<Practice> current = Optional.ofNullable(authSession.getAuthenticatedUser())
                .flatMap(user -> PracticeMemory.current(user, practices));
        PracticeNotes.write(authSession, practices, current);
    }
}
