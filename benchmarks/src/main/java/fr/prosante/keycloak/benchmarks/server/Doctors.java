package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.models.utils.TimeBasedOTP;
import org.keycloak.representations.idm.CredentialRepresentation;
import org.keycloak.representations.idm.FederatedIdentityRepresentation;
import org.keycloak.representations.idm.PartialImportRepresentation;
import org.keycloak.representations.idm.UserRepresentation;

/**
 * People with complete accounts, the same in every realm: password, address, charter accepted, card shown an hour ago.
 * A scenario takes them in turn and goes on where the last one stopped, so that no limit per person is met: mails per
 * hour, and a time-based code that is good once.
 */
public final class Doctors {

    /** Satisfies the password policy of the realm. */
    public static final String PASSWORD = "Tilleul-Verveine-42";

    private static final CredentialRepresentation HASHED = Argon2.credential(PASSWORD);
    private static final int PORTION = 100;

    private final List<String> ids;
    private final AtomicInteger next = new AtomicInteger();

    Doctors(List<String> ids) {
        this.ids = List.copyOf(ids);
    }

    /** So many, with made-up numbers. */
    public static Doctors of(int count) {
        return new Doctors(IntStream.range(0, count)
                .mapToObj(number -> FictivePeople.rpps(String.format(Locale.ROOT, "997%07d", 5_000_000 + number)))
                .toList());
    }

    List<String> ids() {
        return ids;
    }

    /** Session attributes {@code id} and {@code email}; it never ends. */
    public Iterator<Map<String, Object>> inTurn() {
        return Stream.generate(() -> ids.get(Math.floorMod(next.getAndIncrement(), ids.size())))
                .map(id -> Map.<String, Object>of("id", id, "email", email(id)))
                .iterator();
    }

    /** The code that this person's telephone shows now. */
    public String totp(String id) {
        return new TimeBasedOTP().generateTOTP(secret(id));
    }

    /** How the simulator of Pro Santé Connect knows them. */
    public List<FictivePerson> persons() {
        return ids.stream()
                .map(id -> FictivePerson.doctor(id, "DURAND", "CAMILLE"))
                .toList();
    }

    /** Gives them accounts in our realm. */
    public void joinOurs(RealmResource realm) {
        join(realm, ids.stream().map(Doctors::ours).toList());
    }

    /** Gives them accounts in a stock realm, with what they need to log in there. */
    public void joinStock(RealmResource realm, boolean withTotp) {
        join(realm, ids.stream().map(id -> stock(id, withTotp)).toList());
    }

    /** The same, already linked to what the identity provider of that alias calls them. */
    public void joinLinked(RealmResource realm, String alias, boolean ours) {
        List<UserRepresentation> users = persons().stream()
                .map(person -> linked(ours ? ours(person.idNat()) : stock(person.idNat(), false), alias, person))
                .toList();
        join(realm, users);
    }

    /** In portions: the server holds everybody of one request in memory and looks through them again for each one. */
    private static void join(RealmResource realm, List<UserRepresentation> users) {
        for (int from = 0; from < users.size(); from += PORTION) {
            joinSome(realm, users.subList(from, Math.min(users.size(), from + PORTION)));
        }
    }

    private static void joinSome(RealmResource realm, List<UserRepresentation> users) {
        PartialImportRepresentation wanted = new PartialImportRepresentation();
        wanted.setIfResourceExists(PartialImportRepresentation.Policy.FAIL.toString());
        wanted.setUsers(users);
        try (Response answer = realm.partialImport(wanted)) {
            if (answer.getStatus() != 200) {
                throw new IllegalStateException("No accounts: " + answer.readEntity(String.class));
            }
        }
    }

    private static UserRepresentation ours(String id) {
        UserRepresentation user = user(id);
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("nationalId", id);
        attributes.put("rpps", id.substring(1));
        attributes.put("strongAuthAt", Long.toString(Instant.now().getEpochSecond() - 3600));
        attributes.put("strongAuthMethod", "card");
        attributes.put("charterVersion", "1");
        attributes.put("charterSha256", "0".repeat(64));
        attributes.put("charterLanguage", "fr");
        attributes.put("charterAcceptedAt", "2026-01-05T08:30:00Z");
        attributes.forEach(user::singleAttribute);
        return user;
    }

    private static UserRepresentation stock(String id, boolean withTotp) {
        UserRepresentation user = user(id);
        if (withTotp) {
            CredentialRepresentation totp = new CredentialRepresentation();
            totp.setType("otp");
            totp.setSecretData("{\"value\":\"" + secret(id) + "\"}");
            totp.setCredentialData(
                    "{\"subType\":\"totp\",\"digits\":6,\"counter\":0,\"period\":30,\"algorithm\":\"HmacSHA1\"}");
            user.setCredentials(Stream.concat(user.getCredentials().stream(), Stream.of(totp))
                    .toList());
        }
        return user;
    }

    private static UserRepresentation linked(UserRepresentation user, String alias, FictivePerson person) {
        FederatedIdentityRepresentation link = new FederatedIdentityRepresentation();
        link.setIdentityProvider(alias);
        link.setUserId(person.subject());
        link.setUserName(person.idNat());
        user.setFederatedIdentities(new ArrayList<>(List.of(link)));
        return user;
    }

    private static UserRepresentation user(String id) {
        UserRepresentation user = new UserRepresentation();
        user.setUsername(id);
        user.setEmail(email(id));
        user.setFirstName("CAMILLE");
        user.setLastName("DURAND");
        user.setEnabled(true);
        user.setCredentials(List.of(HASHED));
        return user;
    }

    private static String email(String id) {
        return id + "@exemple.test";
    }

    private static String secret(String id) {
        return "secret-of-" + id;
    }
}
