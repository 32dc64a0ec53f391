package fr.prosante.keycloak.e2e.realm;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/** An account to be there before the story begins. */
public record Account(String nationalId, String email, String password, Map<String, String> attributes) {

    /** Satisfies the password policy of the realm. */
    public static final String PASSWORD = "Tilleul-Verveine-42";

    public Account {
        attributes = Map.copyOf(attributes);
    }

    /** The version of the charter in the exported realm. */
    private static final String CHARTER = "1";

    /** Somebody who opened his account with his card a while ago and accepted the charter. */
    public static Account opened(String nationalId) {
        return created(nationalId)
                .with("professionCode", "10")
                .with("profession", "Médecin")
                .with("streetAddress", "12 rue des Lilas")
                .with("postalCode", "38000")
                .with("locality", "Grenoble")
                .with("strongAuthAt", Long.toString(Instant.now().getEpochSecond() - 3600))
                .with("strongAuthMethod", "card")
                .with("charterVersion", CHARTER)
                .with("charterSha256", "0".repeat(64))
                .with("charterLanguage", "fr")
                .with("charterAcceptedAt", "2026-01-05T08:30:00Z");
    }

    /** Somebody whom an administrator announced: a name and a number, nothing else. */
    public static Account prepared(String nationalId) {
        return new Account(nationalId, "", "", Map.of("nationalId", nationalId));
    }

    /** Somebody whom an administrator entered with a password, who never showed a card. */
    public static Account created(String nationalId) {
        var account = new Account(
                nationalId,
                nationalId.toLowerCase(Locale.ROOT).replace('/', '.') + "@exemple.test",
                PASSWORD,
                Map.of("nationalId", nationalId));
        return nationalId.startsWith("8") ? account.with("rpps", nationalId.substring(1)) : account;
    }

    public Account with(String attribute, String value) {
        var more = new LinkedHashMap<>(attributes);
        more.put(attribute, value);
        return new Account(nationalId, email, password, more);
    }

    public Account without(String attribute) {
        var fewer = new LinkedHashMap<>(attributes);
        fewer.remove(attribute);
        return new Account(nationalId, email, password, fewer);
    }

    public Account withEmail(String address) {
        return new Account(nationalId, address, password, attributes);
    }

    UserRepresentation representation() {
        var credential = new CredentialRepresentation();
        credential.setType(CredentialRepresentation.PASSWORD);
        credential.setValue(password);
        credential.setTemporary(false);
        var user = new UserRepresentation();
        user.setUsername(nationalId.toLowerCase(Locale.ROOT));
        user.setFirstName("Camille");
        user.setLastName("Durand");
        user.setEnabled(true);
        if (!email.isEmpty()) {
            user.setEmail(email);
        }
        if (!password.isEmpty()) {
            user.setCredentials(List.of(credential));
        }
        attributes.forEach(user::singleAttribute);
        return user;
    }
}
