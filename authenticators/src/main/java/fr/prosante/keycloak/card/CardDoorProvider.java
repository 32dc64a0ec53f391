package fr.prosante.keycloak.card;

import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;

/** Hands out the door of one request. */
record CardDoorProvider(KeycloakSession session) implements RealmResourceProvider {

    @Override
    public Object getResource() {
        return new CardDoor(session);
    }

    @Override
    public void close() {}
}
