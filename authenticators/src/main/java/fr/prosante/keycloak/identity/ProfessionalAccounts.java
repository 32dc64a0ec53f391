package fr.prosante.keycloak.identity;

import fr.prosante.keycloak.identity.core.Adeli;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.StrongAuthStamp;
import fr.prosante.keycloak.proof.StrongProof;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.keycloak.common.util.Time;
import org.keycloak.events.EventBuilder;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.models.UserModel;

/**
 * Accounts of professionals, found by national identifier only and never by e-mail. The user name is the identifier in
 * lower case, so that the database guarantees one account per identifier.
 */
public final class ProfessionalAccounts {

    private final KeycloakSession session;
    private final RealmModel realm;

    public ProfessionalAccounts(KeycloakSession session, RealmModel realm) {
        this.session = session;
        this.realm = realm;
    }

    /**
     * The account of an identifier, an ADELI one being also looked for among the former identifiers
     * ({@link UserAttributes#ADELI}) of accounts that moved to RPPS. An alias that two accounts claim finds neither.
     */
    public Optional<UserModel> find(NationalId id) {
        Optional<UserModel> byName = Optional.ofNullable(session.users().getUserByUsername(realm, id.username()));
        if (byName.isPresent() || !(id instanceof Adeli)) {
            return byName;
        }
        List<UserModel> aliased = session.users()
                .searchForUserByUserAttributeStream(realm, UserAttributes.ADELI, id.value())
                .limit(2)
                .toList();
        return aliased.size() == 1 ? Optional.of(aliased.get(0)) : Optional.empty();
    }

    /**
     * Writes what a strong proof says to the account and stamps when and how it was given. What changed is told by an
     * UPDATE_PROFILE event of its own, made from {@code event}, which is left as it is.
     */
    public void refresh(UserModel user, StrongProof proof, EventBuilder event) {
        List<Change> changes = write(user, proof);
        if (!changes.isEmpty()) {
            Change.report(changes, user, proof, event);
        }
    }

    /** The same for an account that is just being created: nothing of it changed, so no event. */
    public void inscribe(UserModel user, StrongProof proof) {
        List<Change> unused = write(user, proof);
    }

    private static List<Change> write(UserModel user, StrongProof proof) {
        List<Change> changes = Identity.of(proof).writeTo(user);
        stamp(user, proof);
        return changes;
    }

    /** With the hour of entering, not of the proof: a new account's password is chosen in between and is not younger. */
    private static void stamp(UserModel user, StrongProof proof) {
        StrongAuthStamp stamp = new StrongAuthStamp(
                Instant.ofEpochSecond(Time.currentTimeSeconds()), proof.method().value());
        boolean fresh = StrongAuthStamp.read(
                        Optional.ofNullable(user.getFirstAttribute(UserAttributes.STRONG_AUTH_AT)),
                        Optional.ofNullable(user.getFirstAttribute(UserAttributes.STRONG_AUTH_METHOD)))
                .filter(former -> former.serves(stamp))
                .filter(former ->
                        !PasswordDate.of(user).map(former.at()::isBefore).orElse(false))
                .isPresent();
        if (!fresh) {
            user.setSingleAttribute(UserAttributes.STRONG_AUTH_AT, stamp.epochSeconds());
            user.setSingleAttribute(UserAttributes.STRONG_AUTH_METHOD, stamp.method());
        }
    }
}
