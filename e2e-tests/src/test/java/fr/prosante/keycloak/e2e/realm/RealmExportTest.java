package fr.prosante.keycloak.e2e.realm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/** The file itself; what Keycloak makes of it is the stories' affair. */
final class RealmExportTest {

    private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");

    private static final Set<String> SECRET_NAMES = Set.of("secret", "clientSecret", "password", "privateKey");

    private final JsonNode realm = read();

    @Test
    void namesAreSortedEverywhere() {
        assertSorted(realm, "");
    }

    @Test
    void holdsNoGeneratedId() {
        assertThat(realm.findValues("id")).isEmpty();
        assertThat(UUID.matcher(realm.toString()).find()).isFalse();
    }

    @Test
    void everySecretIsAPlaceholderWithoutADefault() {
        for (String name : SECRET_NAMES) {
            for (JsonNode value : realm.findValues(name)) {
                assertThat(value.asText()).as(name).matches("\\$\\{[A-Z_]+:}");
            }
        }
    }

    @Test
    void everyConfigurationHasAnAliasOfItsOwnAndIsUsedOnce() {
        List<String> declared = texts(realm.path("authenticatorConfig"), "alias");
        List<String> used = realm.path("authenticationFlows").findValuesAsText("authenticatorConfig");

        assertThat(declared).doesNotHaveDuplicates().isSorted();
        assertThat(used).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(declared);
    }

    @Test
    void everyStepOfOursHasAConfigurationSoThatItsAmrIsNotLost() {
        for (JsonNode execution : realm.findParents("authenticator")) {
            if (execution.path("authenticator").asText().startsWith("pro-sante-")) {
                assertThat(execution.path("authenticatorConfig").asText())
                        .as(execution.path("authenticator").asText())
                        .startsWith("pro-sante-");
            }
        }
    }

    /** An upgraded realm keeps Keycloak's step, of priority 20: the first of the two is the one that mails. */
    @Test
    void ourMailOfANewPasswordComesBeforeTheOneAnUpgradedRealmKeeps() {
        for (JsonNode execution : realm.findParents("authenticator")) {
            if (execution.path("authenticator").asText().equals("pro-sante-reset-mail")) {
                assertThat(execution.path("priority").asInt()).isBetween(11, 19);
            }
        }
        assertThat(realm.findValuesAsText("authenticator"))
                .contains("pro-sante-reset-mail")
                .doesNotContain("reset-credential-email");
    }

    @Test
    void everyFlowThatIsNamedExists() {
        List<String> aliases = texts(realm.path("authenticationFlows"), "alias");
        List<String> named = new ArrayList<>(realm.findValuesAsText("flowAlias"));
        for (String binding :
                List.of("browserFlow", "directGrantFlow", "firstBrokerLoginFlow", "resetCredentialsFlow")) {
            named.add(realm.path(binding).asText());
        }
        assertThat(aliases).containsAll(named);
    }

    @Test
    void identityAttributesAreForAdministratorsOnly() throws IOException {
        String profile = realm.at("/components/org.keycloak.userprofile.UserProfileProvider/0/config")
                .path("kc.user.profile.config")
                .path(0)
                .asText();
        Set<String> editableByUsers = new TreeSet<>();
        for (JsonNode attribute : new ObjectMapper().readTree(profile).path("attributes")) {
            if (attribute.at("/permissions/edit").toString().contains("\"user\"")) {
                editableByUsers.add(attribute.path("name").asText());
            }
        }
        assertThat(editableByUsers).containsExactly("locality", "postalCode", "streetAddress");
    }

    private static List<String> texts(JsonNode array, String name) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(node -> node.path(name).asText())
                .toList();
    }

    private static void assertSorted(JsonNode node, String path) {
        if (node.isObject()) {
            List<String> names = new ArrayList<>();
            node.fieldNames().forEachRemaining(names::add);
            assertThat(names).as(path).isSorted();
        }
        int index = 0;
        for (JsonNode child : node) {
            assertSorted(child, path + "/" + index);
            index++;
        }
    }

    private static JsonNode read() {
        try {
            return new ObjectMapper()
                    .readTree(Path.of("..", "realm-export", "pro-sante-realm.json")
                            .toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
