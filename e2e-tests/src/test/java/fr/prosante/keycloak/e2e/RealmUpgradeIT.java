package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import fr.prosante.keycloak.e2e.mail.Letterbox;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Build;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.AuthenticationExecutionInfoRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;

/** A live realm with users, of which an administrator made his own, is brought to this version by the command. */
@Story
final class RealmUpgradeIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RPPS = "899700098769";
    private static final int PENDING = 2;

    /** The image sees this folder too. */
    private final Path folder = Build.root().resolve("e2e-tests/target/realm-upgrade");

    @BeforeEach
    void isThere() throws IOException {
        Files.createDirectories(folder);
    }

    /** Every released realm. */
    static Stream<Path> released() throws IOException {
        try (var files = Files.list(Build.root().resolve("realm-export/released"))) {
            return files.filter(file -> file.toString().endsWith(".json")).toList().stream();
        }
    }

    @ParameterizedTest(allowZeroInvocations = true)
    @MethodSource("released")
    void aReleasedRealmIsBroughtToThisVersionOnce(Path file, World world) {
        try (var elsewhere = world.opensRealm("released", file)) {
            var realm = elsewhere.realm().name();

            assertThat(world.upgrades(realm, "--apply").status()).isZero();
            assertThat(world.upgrades(realm).output()).contains("Nothing to change");
        }
    }

    /** The version before is this one without an execution, an action, a mapper and a profile field, and with another lifespan. */
    @Test
    void whatIsNewArrivesWhatTheAdministratorDidStaysAndUsersComeInAsBefore(World world, Letterbox letters)
            throws IOException {
        var before = versionBefore();
        try (var elsewhere = world.opensRealm("upgraded", before)) {
            var name = elsewhere.realm().name();
            var realm = elsewhere.realm().administered();
            var doctor = Account.opened(RPPS);
            elsewhere.realm().accounts().create(doctor);
            makesItHisOwn(realm);

            var dry = world.upgrades(name, "--base", before.toString());
            assertThat(dry.status()).as(dry.output()).isEqualTo(PENDING);
            assertThat(dry.output())
                    .contains(
                            "+ authenticationFlows/pro-sante second facteur/authenticationExecutions/webauthn-authenticator",
                            "+ requiredActions/pro-sante-charter",
                            "+ clientScopes/pro-sante/protocolMappers/rpps",
                            "+ userProfile/attributes/streetAddress",
                            "~ accessTokenLifespan: 600 → 300",
                            "= passwordPolicy: stays \"length(14)\"",
                            "- clientScopes/pro-sante/protocolMappers/practice: stays removed");
            assertThat(realm.toRepresentation().getAccessTokenLifespan()).isEqualTo(600);

            var applied = world.upgrades(name, "--base", before.toString(), "--apply");
            assertThat(applied.status()).as(applied.output()).isZero();
            isBroughtToThisVersion(realm);

            var again = world.upgrades(name, "--apply");
            assertThat(again.status()).isZero();
            assertThat(again.output()).contains("Nothing to change").doesNotContain("is not known");
            var visitor =
                    elsewhere.visitors().atCodePage(1, RPPS, Account.PASSWORD).get(0);
            assertThat(visitor.types(letters.codeFor(doctor.email())).isIn()).isTrue();
        }
    }

    @Test
    void withoutAKnownVersionNothingThatExistsIsChanged(World world) throws IOException {
        var before = versionBefore();
        try (var elsewhere = world.opensRealm("unknown", before)) {
            var applied = world.upgrades(elsewhere.realm().name(), "--apply");

            assertThat(applied.status()).as(applied.output()).isZero();
            assertThat(applied.output()).contains("is not known", "+ requiredActions/pro-sante-charter");
            var realm = elsewhere.realm().administered();
            assertThat(realm.toRepresentation().getAccessTokenLifespan()).isEqualTo(600);
        }
    }

    @Test
    void aWrongPasswordAndARealmThatIsNotThereAreSaid(World world) throws IOException {
        var wrong = Files.writeString(folder.resolve("password"), "Tilleul-Verveine-43");

        var refused = world.upgrades("nowhere", "--password-file", wrong.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.output())
                .contains("Invalid user credentials")
                .doesNotContain("Tilleul-Verveine-43", "\tat ");

        var absent = world.upgrades("nowhere");
        assertThat(absent.status()).isEqualTo(1);
        assertThat(absent.output()).contains("404").doesNotContain("\tat ");
    }

    private static void isBroughtToThisVersion(RealmResource realm) {
        assertThat(realm.flows().getExecutions("pro-sante second facteur"))
                .extracting(AuthenticationExecutionInfoRepresentation::getProviderId)
                .containsExactly("pro-sante-email-otp", "auth-otp-form", "webauthn-authenticator");
        assertThat(mappers(realm)).contains("rpps").doesNotContain("practice");
        assertThat(realm.users().userProfile().getConfiguration().getAttribute("streetAddress"))
                .isNotNull();
        assertThat(realm.flows().getRequiredAction("pro-sante-charter").isDefaultAction())
                .isTrue();
        assertThat(realm.toRepresentation().getAccessTokenLifespan()).isEqualTo(300);
        assertThat(realm.toRepresentation().getPasswordPolicy()).isEqualTo("length(14)");
        assertThat(realm.toRepresentation().getAttributes()).containsEntry("proSanteRealmVersion", Build.version());
    }

    private static void makesItHisOwn(RealmResource realm) {
        var changed = realm.toRepresentation();
        changed.setPasswordPolicy("length(14)");
        realm.update(changed);
        var scope = realm.clientScopes().get(proSanteScope(realm));
        scope.getProtocolMappers().getMappers().stream()
                .filter(mapper -> mapper.getName().equals("practice"))
                .map(ProtocolMapperRepresentation::getId)
                .forEach(scope.getProtocolMappers()::delete);
    }

    private static List<String> mappers(RealmResource realm) {
        return realm.clientScopes().get(proSanteScope(realm)).getProtocolMappers().getMappers().stream()
                .map(ProtocolMapperRepresentation::getName)
                .toList();
    }

    private static String proSanteScope(RealmResource realm) {
        return realm.clientScopes().findAll().stream()
                .filter(scope -> scope.getName().equals("pro-sante"))
                .findFirst()
                .orElseThrow()
                .getId();
    }

    private Path versionBefore() throws IOException {
        var realm = (ObjectNode) JSON.readTree(Build.exportedRealm().toFile());
        realm.put("accessTokenLifespan", 600);
        ((ObjectNode) realm.get("attributes")).put("proSanteRealmVersion", "0.9.0");
        for (var flow : realm.get("authenticationFlows")) {
            remove(flow.get("authenticationExecutions"), "authenticator", "webauthn-authenticator");
        }
        remove(realm.get("authenticatorConfig"), "alias", "pro-sante-passkey");
        remove(realm.get("requiredActions"), "alias", "pro-sante-charter");
        remove(realm.get("clientScopes").get(0).get("protocolMappers"), "name", "rpps");
        var stored = (ArrayNode) realm.findValue("kc.user.profile.config");
        var profile = JSON.readTree(stored.get(0).asText());
        remove(profile.get("attributes"), "name", "streetAddress");
        stored.set(0, profile.toString());
        return Files.writeString(folder.resolve("before.json"), realm.toString());
    }

    private static void remove(JsonNode list, String field, String name) {
        for (Iterator<JsonNode> items = list.iterator(); items.hasNext(); ) {
            if (items.next().path(field).asText().equals(name)) {
                items.remove();
            }
        }
    }
}
