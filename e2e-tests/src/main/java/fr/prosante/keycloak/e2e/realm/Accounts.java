package fr.prosante.keycloak.e2e.realm;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.keycloak.admin.client.CreatedResponseUtil;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** The accounts of a realm. */
public final class Accounts {

    private final RealmResource realm;

    Accounts(RealmResource realm) {
        this.realm = realm;
    }

    /** Creates an account as an administrator does, with what its owner enrolled. */
    public void create(Account account, CredentialRepresentation... enrolled) {
        var wanted = account.representation();
        if (enrolled.length > 0) {
            wanted.setCredentials(Stream.concat(wanted.getCredentials().stream(), Stream.of(enrolled))
                    .toList());
        }
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

    /**
     * An account as the import of a realm brings it, with its links (alias of the provider, what it calls the person): the
     * rules of the user profile are not asked.
     */
    public void imports(Account account, Map<String, String> links) {
        var user = account.representation();
        user.setFederatedIdentities(links.entrySet().stream()
                .map(entry -> link(entry.getKey(), entry.getValue()))
                .toList());
        var part = new PartialImportRepresentation();
        part.setUsers(List.of(user));
        part.setIfResourceExists("FAIL");
        try (var answer = realm.partialImport(part)) {
            if (answer.getStatus() != 200) {
                throw new IllegalStateException(
                        "Not imported: " + answer.getStatus() + " " + answer.readEntity(String.class));
            }
        }
    }

    /**
     * Enrols an authenticator app, as its owner would.
     *
     * @param secret ASCII, as Keycloak keeps it
     */
    public void enrolsApp(Account account, String secret) {
        var app = new CredentialRepresentation();
        app.setType("otp");
        app.setSecretData("{\"value\":\"" + secret + "\"}");
        app.setCredentialData(
                "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
        change(account.nationalId(), user -> user.setCredentials(List.of(app)));
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

    /** Links an account to what an identity provider calls the person. */
    public void link(String userName, String providerAlias, String upstreamId) {
        var user = ofNationalId(userName).orElseThrow();
        realm.users()
                .get(user.getId())
                .addFederatedIdentity(providerAlias, link(providerAlias, upstreamId))
                .close();
    }

    private static FederatedIdentityRepresentation link(String providerAlias, String upstreamId) {
        var link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(providerAlias);
        link.setUserId(upstreamId);
        link.setUserName("x");
        return link;
    }

    /** The links of an account: alias of the provider, and what it calls the person. */
    public Map<String, String> links(String userName) {
        var user = ofNationalId(userName).orElseThrow();
        return realm.users().get(user.getId()).getFederatedIdentity().stream()
                .collect(Collectors.toMap(
                        FederatedIdentityRepresentation::getIdentityProvider,
                        FederatedIdentityRepresentation::getUserId));
    }

    /** Waits until Keycloak has counted the failures of that account and locked it: it does so behind the answer. */
    public void isLocked(String nationalId) {
        bruteForce(nationalId, "disabled", true);
    }

    /** Waits until Keycloak opens the account again. */
    public void isUnlocked(String nationalId) {
        bruteForce(nationalId, "disabled", false);
    }

    /** Waits until Keycloak has counted so many failures. */
    public void hasFailed(String nationalId, int times) {
        bruteForce(nationalId, "numFailures", times);
    }

    private void bruteForce(String nationalId, String what, Object expected) {
        var id = ofNationalId(nationalId).orElseThrow().getId();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> realm.attackDetection().bruteForceUserStatus(id).get(what), expected::equals);
    }

    void removeAll() {
        List<UserRepresentation> everybody = realm.users().list(0, 1000);
        everybody.forEach(user -> realm.users().get(user.getId()).remove());
    }
}
