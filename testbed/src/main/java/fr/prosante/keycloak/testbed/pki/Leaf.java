package fr.prosante.keycloak.testbed.pki;

import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A certificate with its key.
 *
 * @param issuers the certificates above it, nearest first, the root last
 */
public record Leaf(X509Certificate certificate, PrivateKey key, List<X509Certificate> issuers) {
    public Leaf {
        issuers = List.copyOf(issuers);
    }

    /** The leaf, then what a TLS peer sends with it: the intermediates, without the root. */
    public List<X509Certificate> chain() {
        List<X509Certificate> chain = new java.util.ArrayList<>();
        chain.add(certificate);
        chain.addAll(issuers.subList(0, issuers.size() - 1));
        return chain;
    }
}
