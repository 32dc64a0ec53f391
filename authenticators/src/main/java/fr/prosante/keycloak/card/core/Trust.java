package fr.prosante.keycloak.card.core;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Set;

/**
 * The authorities that may vouch for a card: never the truststore of the server, which holds public authorities.
 *
 * @param authorities roots and intermediates; a self-signed one is an anchor
 * @param issuers common names of those that may sign card certificates
 */
public record Trust(List<X509Certificate> authorities, Set<String> issuers) {

    public Trust {
        authorities = List.copyOf(authorities);
        issuers = Set.copyOf(issuers);
    }
}
