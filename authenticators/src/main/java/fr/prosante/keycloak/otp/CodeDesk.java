package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.CodePolicy;
import fr.prosante.keycloak.otp.core.EmailCodes;
import java.security.SecureRandom;
import java.util.function.Function;
import org.keycloak.models.KeycloakSessionFactory;
import org.keycloak.models.RealmModel;
import org.keycloak.models.utils.KeycloakModelUtils;

/**
 * Gives access to the codes of a realm, each time in a transaction of its own: what was written is seen by the other tab
 * and the other node at once and not only when the mail has been waited for, and it stays when the request rolls back.
 *
 * <p>What was claimed is given back when the work fails, but not when the store refuses only afterwards, as the writes of
 * {@code issue} are committed: the mail that was not sent then counts, and the next one must wait for the re-send delay.
 */
record CodeDesk(KeycloakSessionFactory factory, String realmId, CodePolicy policy) {
    private static final SecureRandom RANDOM = new SecureRandom();

    <T> T at(Function<EmailCodes, T> work) {
        return StoreUnavailable.guard(() -> KeycloakModelUtils.runJobInTransactionWithResult(factory, session -> {
            RealmModel realm = session.realms().getRealm(realmId);
            session.getContext().setRealm(realm);
            return work.apply(new EmailCodes(
                    new SingleUseStore(session.singleUseObjects()),
                    new RealmDigestKeys(session, realm),
                    policy,
                    new ServerClock(),
                    RANDOM));
        }));
    }
}
