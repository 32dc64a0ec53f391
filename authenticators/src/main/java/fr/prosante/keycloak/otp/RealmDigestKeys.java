package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.DigestKey;
import fr.prosante.keycloak.otp.core.DigestKeys;
import java.util.Optional;
import org.keycloak.crypto.Algorithm;
import org.keycloak.crypto.KeyUse;
import org.keycloak.crypto.KeyWrapper;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;

/** Keys derived from the realm's HMAC keys: shared by the nodes, kept by Keycloak, rotated by the administrator. */
record RealmDigestKeys(KeycloakSession session, RealmModel realm) implements DigestKeys {
    @Override
    public DigestKey active() {
        return derive(session.keys().getActiveKey(realm, KeyUse.SIG, Algorithm.HS512));
    }

    @Override
    public Optional<DigestKey> find(String id) {
        return Optional.ofNullable(session.keys().getKey(realm, id, KeyUse.SIG, Algorithm.HS512))
                .map(RealmDigestKeys::derive);
    }

    private static DigestKey derive(KeyWrapper key) {
        return new DigestKey(key.getKid(), key.getSecretKey().getEncoded());
    }
}
