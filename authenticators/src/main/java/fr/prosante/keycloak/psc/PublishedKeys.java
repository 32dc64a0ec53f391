package fr.prosante.keycloak.psc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.keycloak.common.VerificationException;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.crypto.PublicKeysWrapper;
import org.keycloak.crypto.SignatureProvider;
import org.keycloak.jose.jwk.JSONWebKeySet;
import org.keycloak.jose.jwk.JWK;
import org.keycloak.jose.jws.JWSInput;
import org.keycloak.keys.PublicKeyLoader;
import org.keycloak.keys.PublicKeyStorageProvider;
import org.keycloak.keys.PublicKeyStorageUtils;
import org.keycloak.models.KeycloakSession;
import org.keycloak.util.JWKSUtils;
import org.keycloak.util.JsonSerialization;

/**
 * The keys that Pro Santé Connect publishes, in Keycloak's cache, which guards against asking again and again. They are
 * fetched like everything else, bounded in time and size; and keys that do not come are an outage, not a forgery.
 */
final class PublishedKeys {

    private final KeycloakSession session;
    private final PscConfig config;
    private final Supplier<BackChannel> backChannel;

    PublishedKeys(KeycloakSession session, PscConfig config, Supplier<BackChannel> backChannel) {
        this.session = session;
        this.config = config;
        this.backChannel = backChannel;
    }

    /**
     * Is this signed with one of the keys?
     *
     * @throws PscRefused if the keys are not known and do not come
     */
    boolean signed(JWSInput jws) {
        String algorithm = jws.getHeader().getRawAlgorithm();
        Optional<KeyWrapper> key = key(jws.getHeader().getKeyId(), algorithm);
        Optional<SignatureProvider> provider =
                Optional.ofNullable(session.getProvider(SignatureProvider.class, algorithm));
        return key.isPresent() && provider.isPresent() && verified(jws, key.get(), provider.get());
    }

    private static boolean verified(JWSInput jws, KeyWrapper key, SignatureProvider provider) {
        if (key.getAlgorithm() == null) {
            key.setAlgorithm(jws.getHeader().getRawAlgorithm());
        }
        try {
            return provider.verifier(key)
                    .verify(jws.getEncodedSignatureInput().getBytes(StandardCharsets.UTF_8), jws.getSignature());
        } catch (VerificationException notOfThisKey) {
            return false;
        }
    }

    private Optional<KeyWrapper> key(String id, String algorithm) {
        try {
            return Optional.ofNullable(cache().getPublicKey(cacheKey(), id, algorithm, loader()));
        } catch (RuntimeException e) {
            throw refusal(e).orElseThrow(() -> e);
        }
    }

    /** Fetches the keys anew, unless that was done a moment ago. */
    boolean reload() {
        return cache().reloadKeys(cacheKey(), loader());
    }

    private PublicKeyStorageProvider cache() {
        return session.getProvider(PublicKeyStorageProvider.class);
    }

    private String cacheKey() {
        return PublicKeyStorageUtils.getIdpModelCacheKey(
                session.getContext().getRealm().getId(), config.getInternalId());
    }

    private PublicKeyLoader loader() {
        return () -> read(backChannel.get().get(config.getJwksUrl()));
    }

    @SuppressWarnings("deprecation") // The use is asked for by that type only.
    private static PublicKeysWrapper read(BackChannel.Answer answer) {
        if (!answer.isSuccess()) {
            throw new PscRefused(answer.isFailure() ? PscRefusal.SERVER_ERROR : PscRefusal.NOT_UNDERSTOOD);
        }
        try {
            JSONWebKeySet set = JsonSerialization.readValue(answer.body(), JSONWebKeySet.class);
            if (set != null && set.getKeys() != null) {
                PublicKeysWrapper keys = JWKSUtils.getKeyWrappersForUse(set, JWK.Use.SIG, true);
                // An empty set must not take the place of keys that are still good.
                if (!keys.getKeys().isEmpty()) {
                    return keys;
                }
            }
        } catch (IOException e) {
            throw new PscRefused(PscRefusal.NOT_UNDERSTOOD, e);
        }
        throw new PscRefused(PscRefusal.NOT_UNDERSTOOD);
    }

    /** The cache wraps what the loader throws. */
    private static Optional<PscRefused> refusal(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof PscRefused refused) {
                return Optional.of(new PscRefused(refused.refusal(), refused));
            }
        }
        return Optional.empty();
    }
}
