package fr.prosante.keycloak.card.core;

import fr.prosante.keycloak.identity.core.KeyCheck;
import java.util.Set;

/**
 * What the administrator decided about cards.
 *
 * @param policies accepted policy OIDs; empty means that policies are not looked at
 * @param acceptWhenCannotTell lets a card in although nobody knows whether it was revoked
 */
public record CardRules(
        Set<ProductCategory> categories,
        Set<CardType> types,
        Set<String> policies,
        boolean checkRevocation,
        boolean acceptWhenCannotTell,
        KeyCheck keyCheck) {

    public CardRules {
        categories = Set.copyOf(categories);
        types = Set.copyOf(types);
        policies = Set.copyOf(policies);
    }
}
