package fr.prosante.keycloak.login;

import java.util.Map;
import java.util.Optional;
import org.keycloak.authentication.actiontoken.resetcred.ResetCredentialsActionToken;
import org.keycloak.common.util.Time;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Which of the links to a new password that a user was mailed is the latest: Keycloak honours each of them for half an
 * hour. Known is the login session that asked last, and how long its link lives at least.
 */
record ResetLinks(KeycloakSession session, RealmModel realm) {
    private static final String PREFIX = "pro-sante.reset:";
    private static final String ASKED_BY = "asked-by";
    private static final String LIVES_UNTIL = "lives-until";

    /** This link goes out now; those before it die. */
    void supersede(UserModel user, ResetCredentialsActionToken link) {
        session.singleUseObjects()
                .put(
                        key(user),
                        link.getExp() - Time.currentTimeSeconds(),
                        Map.of(
                                ASKED_BY,
                                link.getCompoundAuthenticationSessionId(),
                                LIVES_UNTIL,
                                String.valueOf(link.getExp())));
    }

    /**
     * Whether a later link went out.
     *
     * @param link the token of the link, verified by Keycloak before
     */
    boolean superseded(UserModel user, String link) {
        Optional<Map<String, String>> latest =
                Optional.ofNullable(session.singleUseObjects().get(key(user)));
        return latest.isPresent() && !isLatest(link, latest.get());
    }

    private static boolean isLatest(String link, Map<String, String> latest) {
        try {
            ResetCredentialsActionToken token = new JWSInput(link).readJsonContent(ResetCredentialsActionToken.class);
            return latest.getOrDefault(ASKED_BY, "").equals(token.getCompoundAuthenticationSessionId())
                    && token.getExp() >= Long.parseLong(latest.getOrDefault(LIVES_UNTIL, "0"));
        } catch (JWSInputException e) {
            return false;
        }
    }

    private String key(UserModel user) {
        return PREFIX + realm.getId() + ":" + user.getId();
    }
}
