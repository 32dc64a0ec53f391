package fr.prosante.keycloak.card;

import org.keycloak.Config;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Opens the door at {@code /realms/<realm>/pro-sante-card/door}. */
public final class CardDoorProviderFactory implements RealmResourceProviderFactory {

    public static final String PROVIDER_ID = "pro-sante-card";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CardDoorProvider(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }

    @Override
    public void init(Config.Scope config) {}

    @Override
    public void postInit(KeycloakSessionFactory factory) {}

    @Override
    public void close() {}
}
