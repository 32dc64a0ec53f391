package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.IdTokenRules;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.jose.jws.JWSInputException;
import org.keycloak.util.JsonSerialization;

/** A token of Pro Santé Connect whose signature was checked with one of its published keys. */
record SignedJwt(Map<?, ?> claims, String algorithm) {

    /**
     * @param signature checks the signature with the published keys
     * @throws PscRefused if it is not signed, or with anything but a private key of Pro Santé Connect
     */
    static SignedJwt verified(String compact, Predicate<JWSInput> signature) {
        try {
            JWSInput jws = new JWSInput(compact);
            String algorithm = String.valueOf(jws.getHeader().getRawAlgorithm());
            if (!IdTokenRules.isAsymmetric(algorithm)) {
                throw new PscRefused(PscRefusal.ALGORITHM);
            }
            if (!signature.test(jws)) {
                throw new PscRefused(PscRefusal.SIGNATURE);
            }
            return new SignedJwt(JsonSerialization.readValue(jws.getContent(), Map.class), algorithm);
        } catch (JWSInputException | IOException e) {
            throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
        }
    }

    /** The same, of what may as well be something else; empty if it is, or if the signature is not right. */
    static Optional<SignedJwt> ifVerified(String text, Predicate<JWSInput> signature) {
        try {
            return Optional.of(verified(text, signature));
        } catch (PscRefused notOurs) {
            return Optional.empty();
        }
    }

    /** The claim if it is a text, else an empty text. */
    String text(String claim) {
        return claims.get(claim) instanceof String text ? text : "";
    }
}
