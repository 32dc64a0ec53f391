package fr.prosante.keycloak.psc;

import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What one request to Pro Santé Connect has to find again in its answer, kept in the authentication session. Taken out
 * when used, so that an answer counts once; and bound to the instance that asked, so that the answer of one does not pass
 * for the answer of another (mix-up).
 */
record LoginNotes(String nonce, String codeVerifier) {

    private static final String NONCE = "pro-sante.psc.nonce";
    private static final String VERIFIER = "pro-sante.psc.verifier";
    private static final String ASKED_BY = "pro-sante.psc.askedBy";
    private static final int NONCE_LENGTH = 32;

    static LoginNotes fresh(AuthenticationSessionModel session, String alias) {
        LoginNotes notes = new LoginNotes(
                SecretGenerator.getInstance().randomString(NONCE_LENGTH, SecretGenerator.ALPHANUM),
                PkceUtils.generateCodeVerifier());
        session.setAuthNote(NONCE, notes.nonce);
        session.setAuthNote(VERIFIER, notes.codeVerifier);
        session.setAuthNote(ASKED_BY, alias);
        return notes;
    }

    /** @throws PscRefused if there is nothing to be answered, or the question was another instance's */
    static LoginNotes take(AuthenticationSessionModel session, String alias) {
        Optional<String> nonce = Optional.ofNullable(session.getAuthNote(NONCE));
        Optional<String> verifier = Optional.ofNullable(session.getAuthNote(VERIFIER));
        String askedBy = session.getAuthNote(ASKED_BY);
        clear(session);
        LoginNotes notes = nonce.flatMap(value -> verifier.map(code -> new LoginNotes(value, code)))
                .orElseThrow(() -> new PscRefused(PscRefusal.REPLAYED));
        if (!alias.equals(askedBy)) {
            throw new PscRefused(PscRefusal.MIXED_UP);
        }
        return notes;
    }

    /** Does a request of this instance wait for its answer? */
    static boolean wait(AuthenticationSessionModel session, String alias) {
        return alias.equals(session.getAuthNote(ASKED_BY));
    }

    static void clear(AuthenticationSessionModel session) {
        session.removeAuthNote(NONCE);
        session.removeAuthNote(VERIFIER);
        session.removeAuthNote(ASKED_BY);
    }
}
