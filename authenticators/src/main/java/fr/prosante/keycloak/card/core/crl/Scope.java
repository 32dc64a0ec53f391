package fr.prosante.keycloak.card.core.crl;

import fr.prosante.keycloak.card.core.DistributionPoints;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.util.Set;

/**
 * Which certificates of its authority a list speaks for (RFC 5280 §5.2.5).
 *
 * @param addresses of the part that the list is; empty if it is not a part
 */
record Scope(boolean onlyUsers, boolean onlyAuthorities, Set<String> addresses) {

    static final Scope EVERYTHING = new Scope(false, false, Set.of());

    Scope {
        addresses = Set.copyOf(addresses);
    }

    boolean covers(X509Certificate certificate) {
        boolean authority = certificate.getBasicConstraints() >= 0;
        if ((onlyUsers && authority) || (onlyAuthorities && !authority)) {
            return false;
        }
        return addresses.isEmpty()
                || DistributionPoints.http(certificate).stream()
                        .map(URI::toString)
                        .anyMatch(addresses::contains);
    }
}
