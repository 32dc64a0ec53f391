package fr.prosante.keycloak.card.core.crl;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator wants to know of one address.
 *
 * @param entries number of revoked certificates; 0 without a list
 * @param problem of the last attempt; empty if it went well
 */
public record ListState(
        URI uri, int entries, Optional<Instant> thisUpdate, Optional<Instant> nextUpdate, Optional<String> problem) {}
