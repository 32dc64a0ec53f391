package fr.prosante.keycloak.card;

import fr.prosante.keycloak.info.BundledFactory;
import org.keycloak.models.KeycloakSession;
import org.keycloak.services.resource.RealmResourceProvider;
import org.keycloak.services.resource.RealmResourceProviderFactory;

/** Opens the door at {@code /realms/<realm>/pro-sante-card/door}. */
public final class CardDoorProviderFactory
        implements RealmResourceProviderFactory, BundledFactory<RealmResourceProvider> {

    public static final String PROVIDER_ID = "pro-sante-card";

    @Override
    public RealmResourceProvider create(KeycloakSession session) {
        return new CardDoorProvider(session);
    }

    @Override
    public String getId() {
        return PROVIDER_ID;
    }
}
