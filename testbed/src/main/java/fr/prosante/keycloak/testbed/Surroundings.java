package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.net.URI;
import java.nio.file.Path;

/**
 * What a {@link Neighbour} may build on.
 *
 * @param issuer the realm's address, {@code https://localhost:<port>/realms/<realm>}
 * @param folder the testbed's folder, writable
 * @param port the neighbour's own port, 0 for any
 */
public record Surroundings(HealthPki pki, CardBox cards, URI issuer, Path folder, int port) {}
