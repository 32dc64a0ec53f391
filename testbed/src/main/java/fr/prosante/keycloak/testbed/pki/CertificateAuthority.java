package fr.prosante.keycloak.testbed.pki;

import java.math.BigInteger;
import java.net.URI;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509CRL;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A root or an intermediate: issues leaves, remembers which it revoked, signs its list. */
public final class CertificateAuthority {
    private final String file;
    private final KeyPair keys;
    private final Leaf identity;
    private final CertificateFactory factory;
    private final Map<BigInteger, Instant> revoked = new ConcurrentHashMap<>();
    private final Set<BigInteger> issued = ConcurrentHashMap.newKeySet();

    CertificateAuthority(String file, KeyPair keys, Leaf identity, CertificateFactory factory) {
        this.file = file;
        this.keys = keys;
        this.identity = identity;
        this.factory = factory;
    }

    /** Name of its published files without ending: {@code ACR-FO} for a root, {@code ACI-FO-PP} for an intermediate. */
    public String file() {
        return file;
    }

    public X509Certificate certificate() {
        return identity.certificate();
    }

    public PrivateKey key() {
        return keys.getPrivate();
    }

    /** Its own certificate first, the root last. */
    public List<X509Certificate> path() {
        List<X509Certificate> path = new ArrayList<>();
        path.add(identity.certificate());
        path.addAll(identity.issuers());
        return path;
    }

    /** Where its revocation list is published. */
    public URI crlAddress() {
        return factory.crlAddress(file);
    }

    public Leaf issue(LeafRequest request) {
        Leaf leaf = factory.leaf(this, request);
        issued.add(leaf.certificate().getSerialNumber());
        return leaf;
    }

    public boolean issued(BigInteger serial) {
        return issued.contains(serial);
    }

    /** Knows nothing of it any more, as if its books were lost. */
    public void forget(X509Certificate certificate) {
        issued.remove(certificate.getSerialNumber());
    }

    /** Who may answer questions about its certificates in its place. */
    public Leaf responder() {
        return factory.responder(this);
    }

    public void revoke(X509Certificate certificate) {
        revoked.put(
                certificate.getSerialNumber(),
                certificate.getNotBefore().toInstant().plusSeconds(86_400));
    }

    public void reinstate(X509Certificate certificate) {
        revoked.remove(certificate.getSerialNumber());
    }

    /** Serial numbers with the time of their revocation. */
    public Map<BigInteger, Instant> revoked() {
        return Map.copyOf(revoked);
    }

    /** A full list, signed now and good for a week. */
    public X509CRL crl() {
        Instant now = Instant.now();
        return crl(now, now.plusSeconds(7 * 86_400));
    }

    public X509CRL crl(Instant thisUpdate, Instant nextUpdate) {
        return Revocations.sign(this, thisUpdate, nextUpdate);
    }
}
