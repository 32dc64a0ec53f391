package fr.prosante.keycloak.card;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.keycloak.common.util.Base64Url;
import org.keycloak.common.util.SecretGenerator;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** What waits in the cluster-wide store under a random handle; addresses carry the handle and nothing else. */
final class Handles {

    private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private final SingleUseObjectProvider store;
    private final String prefix;

    Handles(KeycloakSession session, String kind) {
        this.store = session.singleUseObjects();
        this.prefix = "pro-sante-card." + kind + ".";
    }

    String put(long seconds, Map<String, String> notes) {
        String handle =
                Base64Url.encode(SecretGenerator.getInstance().randomBytes(SecretGenerator.SECRET_LENGTH_256_BITS));
        store.put(prefix + handle, seconds, notes);
        return handle;
    }

    /** Gives what was put, once: of two takers at the same instant one gets nothing, on whatever node. */
    Optional<Map<String, String>> take(@Nullable String handle) {
        return handle == null || !HANDLE.matcher(handle).matches()
                ? Optional.empty()
                : Optional.ofNullable(store.remove(prefix + handle));
    }
}
