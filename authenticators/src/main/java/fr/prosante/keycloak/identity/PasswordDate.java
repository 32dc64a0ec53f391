package fr.prosante.keycloak.identity;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.models.UserModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** When the password of an account was chosen, to the second, as precise as the stamp of a strong proof. */
public final class PasswordDate {
    private PasswordDate() {}

    /** Empty if Keycloak keeps no password for the account, or does not know since when. */
    public static Optional<Instant> of(UserModel user) {
        return user.credentialManager()
                .getStoredCredentialsByTypeStream(PasswordCredentialModel.TYPE)
                .flatMap(password -> Stream.ofNullable(password.getCreatedDate()))
                .max(Comparator.naturalOrder())
                .map(milliseconds -> Instant.ofEpochMilli(milliseconds).truncatedTo(ChronoUnit.SECONDS));
    }
}
