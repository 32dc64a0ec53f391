package fr.prosante.keycloak.realm.core;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class MergeTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values of one setting in the last version, the new one and the live realm, and what becomes of it. */
    @ParameterizedTest
    @CsvSource({
        "5, 5, 5, 5,",
        "5, 6, 5, 6, UPDATE",
        "5, 6, 7, 7, KEEP",
        "5, 5, 7, 7, KEEP",
        "5, 6, 6, 6,",
        " , 6, 7, 7, KEEP",
        " , 6,  , 6, ADD",
        "5, 6,  ,  , LEAVE_OUT"
    })
    void aSettingChangesOnlyWhereNobodyTouchedIt(
            String base, String target, String live, String expected, String kind) {
        Merge merge = Merge.of(setting(base), setting(target), setting(live));

        assertThat(merge.merged()).isEqualTo(setting(expected));
        assertThat(merge.changes()).extracting(change -> change.kind().name()).isEqualTo(listOf(kind));
    }

    @Test
    void anExecutionOfOursIsAddedBesideTheAdministratorsOwn() {
        JsonNode base = flow("'pro-sante-login-form'");
        JsonNode target = flow("'pro-sante-login-form', 'pro-sante-account'");
        JsonNode live = flow("'pro-sante-login-form', 'conditional-user-role'");

        Merge merge = Merge.of(base, target, live);

        assertThat(merge.merged())
                .isEqualTo(flow("'pro-sante-login-form', 'conditional-user-role', 'pro-sante-account'"));
        assertThat(merge.changes())
                .singleElement()
                .hasToString("+ authenticationFlows/browser/authenticationExecutions/pro-sante-account");
    }

    @Test
    void whatAnAdministratorRemovedStaysRemoved() {
        JsonNode known = flow("'pro-sante-login-form', 'pro-sante-card'");
        JsonNode live = flow("'pro-sante-login-form'");

        Merge merge = Merge.of(known, known, live);

        assertThat(merge.merged()).isEqualTo(live);
        assertThat(merge.changes()).singleElement().extracting(Change::kind).isEqualTo(Change.Kind.LEAVE_OUT);
    }

    @Test
    void withoutALastVersionWhatExistsStays() {
        JsonNode target = flow("'pro-sante-login-form', 'pro-sante-card'");
        JsonNode live = json("{'authenticationFlows': [{'alias': 'mine'}], 'failureFactor': 3}");

        Merge merge = Merge.of(MissingNode.getInstance(), target, live);

        assertThat(merge.merged().path("authenticationFlows")).hasSize(2);
        assertThat(merge.merged().path("failureFactor").asInt()).isEqualTo(3);
    }

    @Test
    void trueAndItsTextAreTheSame() {
        Merge merge =
                Merge.of(MissingNode.getInstance(), json("{'config': {'a': true}}"), json("{'config': {'a': 'true'}}"));

        assertThat(merge.changes()).isEmpty();
    }

    private static JsonNode flow(String authenticators) {
        String executions = authenticators.replaceAll("'[^']*'", "{'authenticator': $0}");
        return json(
                "{'authenticationFlows': [{'alias': 'browser', 'authenticationExecutions': [" + executions + "]}]}");
    }

    private static JsonNode setting(String value) {
        return json(value == null ? "{}" : "{'failureFactor': " + value + "}");
    }

    private static java.util.List<String> listOf(String kind) {
        return kind == null ? java.util.List.of() : java.util.List.of(kind);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(text, e);
        }
    }
}
