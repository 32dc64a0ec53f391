package fr.prosante.keycloak.login;

import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/** Who has no account. Identifiers of professionals are public, so no time must tell who has one: nobody gets the same work. */
final class Nobody {
    private Nobody() {}

    /**
     * Keycloak remembers users, and asks the database each time for one that does not exist. Who has an account pays for
     * that question too, or two milliseconds would tell.
     */
    static void isLookedUp(KeycloakSession session, RealmModel realm) {
        UserModel unused =
                session.users().getUserByUsername(realm, UUID.randomUUID().toString());
    }
}
