package fr.prosante.keycloak.e2e.realm;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts of a realm. */
public final class Accounts {

    private final RealmResource realm;

    Accounts(RealmResource realm) {
        this.realm = realm;
    }

    /** Creates an account as an administrator does. */
    public void create(Account account) {
        var wanted = account.representation();
        String id;
        try (var response = realm.users().create(wanted)) {
            id = CreatedResponseUtil.getCreatedId(response);
        }
        if (wanted.getAttributes().containsKey("charterVersion")) {
            // Creation hands out the default actions; who accepted the charter has none left.
            var created = realm.users().get(id).toRepresentation();
            created.setRequiredActions(List.of());
            realm.users().get(id).update(created);
        }
    }

    public Optional<UserRepresentation> ofNationalId(String nationalId) {
        return realm.users().searchByUsername(nationalId.toLowerCase(Locale.ROOT), true).stream()
                .findFirst()
                .map(found -> realm.users().get(found.getId()).toRepresentation());
    }

    public int count() {
        return realm.users().count();
    }

    public void change(String nationalId, Consumer<UserRepresentation> change) {
        var user = ofNationalId(nationalId).orElseThrow();
        change.accept(user);
        realm.users().get(user.getId()).update(user);
    }

    /** Waits until Keycloak has counted the failures of that account and locked it: it does so behind the answer. */
    public void isLocked(String nationalId) {
        var id = ofNationalId(nationalId).orElseThrow().getId();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> realm.attackDetection().bruteForceUserStatus(id).get("disabled"), Boolean.TRUE::equals);
    }

    void removeAll() {
        List<UserRepresentation> everybody = realm.users().list(0, 1000);
        everybody.forEach(user -> realm.users().get(user.getId()).remove());
    }
}
