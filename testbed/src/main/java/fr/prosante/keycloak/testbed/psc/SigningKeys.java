package fr.prosante.keycloak.testbed.psc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** RS256 keys of the simulator: the newest signs, the two newest are published. */
final class SigningKeys {

    private final List<RSAKey> keys = new CopyOnWriteArrayList<>();
    private final RSAKey unpublished = generate();

    SigningKeys() {
        rotate();
    }

    void rotate() {
        keys.add(0, generate());
        while (keys.size() > 2) {
            keys.remove(2);
        }
    }

    Map<String, Object> published() {
        return new JWKSet(List.copyOf(keys)).toPublicJWKSet().toJSONObject();
    }

    String signed(Map<String, Object> claims, Fault fault) {
        try {
            RSAKey current = keys.get(0);
            JWTClaimsSet set = JWTClaimsSet.parse(claims);
            return switch (fault) {
                case ALG_NONE -> new PlainJWT(set).serialize();
                case ALG_HS256 -> symmetric(set, current);
                case UNKNOWN_KEY -> rsa(set, unpublished, unpublished.getKeyID());
                case WRONG_SIGNATURE -> rsa(set, unpublished, current.getKeyID());
                default -> rsa(set, current, current.getKeyID());
            };
        } catch (JOSEException | ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String rsa(JWTClaimsSet claims, RSAKey key, String kid) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(JOSEObjectType.JWT)
                .keyID(kid)
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new RSASSASigner(key));
        return jwt.serialize();
    }

    /** The classic confusion: the published key taken as an HMAC secret. */
    private static String symmetric(JWTClaimsSet claims, RSAKey key) throws JOSEException {
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.HS256)
                .type(JOSEObjectType.JWT)
                .keyID(key.getKeyID())
                .build();
        SignedJWT jwt = new SignedJWT(header, claims);
        jwt.sign(new MACSigner(key.toRSAPublicKey().getEncoded()));
        return jwt.serialize();
    }

    private static RSAKey generate() {
        try {
            return new RSAKeyGenerator(2048)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .keyID(UUID.randomUUID().toString())
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
