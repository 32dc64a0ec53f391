package fr.prosante.keycloak.card.core;

import java.security.PublicKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Set;

/** Signature algorithms and keys that cannot be forged today; the JDK's own list still lets SHA-1 pass here. */
public final class Algorithms {

    private static final Set<String> SIGNATURES = Set.of(
            "1.2.840.113549.1.1.11", // sha256WithRSA
            "1.2.840.113549.1.1.12", // sha384WithRSA
            "1.2.840.113549.1.1.13", // sha512WithRSA
            "1.2.840.10045.4.3.2", // ecdsaWithSHA256
            "1.2.840.10045.4.3.3", // ecdsaWithSHA384
            "1.2.840.10045.4.3.4"); // ecdsaWithSHA512

    private static final int SHORTEST_RSA = 2048;
    private static final int SHORTEST_EC = 256;

    private Algorithms() {}

    public static boolean strong(X509Certificate certificate) {
        return strongSignature(certificate.getSigAlgOID()) && strong(certificate.getPublicKey());
    }

    /** @param oid of a signature algorithm, dotted */
    public static boolean strongSignature(String oid) {
        return SIGNATURES.contains(oid);
    }

    private static boolean strong(PublicKey key) {
        if (key instanceof RSAPublicKey rsa) {
            return rsa.getModulus().bitLength() >= SHORTEST_RSA;
        }
        return key instanceof ECPublicKey ec && ec.getParams().getOrder().bitLength() >= SHORTEST_EC;
    }
}
