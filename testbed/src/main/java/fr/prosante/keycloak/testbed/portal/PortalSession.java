package fr.prosante.keycloak.testbed.portal;

import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import java.util.Map;
import java.util.Optional;

/** What the portal remembers of one browser: a login under way, then its outcome. */
final class PortalSession {
    private Optional<Attempt> attempt = Optional.empty();
    private Optional<Login> login = Optional.empty();

    synchronized Attempt begin() {
        Attempt begun = new Attempt(new State(), new Nonce(), new CodeVerifier());
        attempt = Optional.of(begun);
        return begun;
    }

    /** The attempt with this state; it counts once. */
    synchronized Optional<Attempt> take(State state) {
        Optional<Attempt> taken = attempt.filter(candidate -> candidate.state().equals(state));
        attempt = Optional.empty();
        return taken;
    }

    synchronized void connected(Login outcome) {
        login = Optional.of(outcome);
    }

    synchronized Optional<Login> login() {
        return login;
    }

    record Attempt(State state, Nonce nonce, CodeVerifier verifier) {}

    /**
     * @param idToken as received, for the logout
     * @param claims of the ID token and of userinfo together
     * @param accessClaims of the access token
     */
    record Login(String idToken, Map<String, Object> claims, Map<String, Object> accessClaims) {}
}
