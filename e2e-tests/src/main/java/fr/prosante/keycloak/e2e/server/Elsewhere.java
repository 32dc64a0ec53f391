package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.realm.StoryRealm;

/** Another realm of the same server, for stories about two. */
public final class Elsewhere implements AutoCloseable {

    private final RealmOnLoan realm;
    private final Visitors visitors;

    Elsewhere(RealmOnLoan realm, Visitors visitors) {
        this.realm = realm;
        this.visitors = visitors;
    }

    public StoryRealm realm() {
        return realm.story();
    }

    public Visitors visitors() {
        return visitors;
    }

    @Override
    public void close() {
        realm.close();
    }
}
