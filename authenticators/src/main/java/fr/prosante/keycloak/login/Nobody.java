package fr.prosante.keycloak.login;

import java.util.UUID;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;
import org.keycloak.storage.adapter.InMemoryUserAdapter;

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

    /** Somebody without anything, to write a mail to that is thrown away. */
    static UserModel in(KeycloakSession session, RealmModel realm) {
        UserModel nobody =
                new InMemoryUserAdapter(session, realm, UUID.randomUUID().toString());
        nobody.setUsername(nobody.getId());
        return nobody;
    }
}
