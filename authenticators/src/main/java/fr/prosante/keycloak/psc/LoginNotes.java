package fr.prosante.keycloak.psc;

import java.util.Optional;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.protocol.oidc.utils.PkceUtils;
import org.keycloak.sessions.AuthenticationSessionModel;

/**
 * What one request to Pro Santé Connect has to find again in its answer, kept in the authentication session. Taken out
 * when used, so that an answer counts once.
 */
record LoginNotes(String nonce, String codeVerifier) {

    private static final String NONCE = "pro-sante.psc.nonce";
    private static final String VERIFIER = "pro-sante.psc.verifier";
    private static final int NONCE_LENGTH = 32;

    static LoginNotes fresh(AuthenticationSessionModel session) {
        LoginNotes notes = new LoginNotes(
                SecretGenerator.getInstance().randomString(NONCE_LENGTH, SecretGenerator.ALPHANUM),
                PkceUtils.generateCodeVerifier());
        session.setAuthNote(NONCE, notes.nonce);
        session.setAuthNote(VERIFIER, notes.codeVerifier);
        return notes;
    }

    static Optional<LoginNotes> take(AuthenticationSessionModel session) {
        Optional<String> nonce = Optional.ofNullable(session.getAuthNote(NONCE));
        Optional<String> verifier = Optional.ofNullable(session.getAuthNote(VERIFIER));
        session.removeAuthNote(NONCE);
        session.removeAuthNote(VERIFIER);
        return nonce.flatMap(value -> verifier.map(code -> new LoginNotes(value, code)));
    }
}
