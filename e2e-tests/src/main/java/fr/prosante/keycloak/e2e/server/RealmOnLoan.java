package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.portal.Portal;
import org.keycloak.admin.client.Keycloak;

/** A realm and a portal in front of it, for one class of stories. */
record RealmOnLoan(StoryRealm story, Portal portal, Keycloak administrator) implements AutoCloseable {

    @Override
    public void close() {
        portal.close();
        story.administered().remove();
        administrator.close();
    }
}
