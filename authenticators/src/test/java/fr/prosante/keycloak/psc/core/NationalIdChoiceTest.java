package fr.prosante.keycloak.psc.core;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class NationalIdChoiceTest {

    private static final String RPPS = "899700991237";
    private static final String OTHER_RPPS = "899700218896";
    private static final String ADELI = "00B1058110";
    private static final String UUID = "6f1b0c0e-9a63-4a8e-b7d0-3b5a9a1f0c11";

    private static Map<String, Object> id(String value, String origin, Object quality) {
        return Map.of("identifiant", value, "origine", origin, "qualite", quality);
    }

    private static Map<String, Object> person(String subject, List<Map<String, Object>> others) {
        return Map.of("SubjectNameID", subject, "otherIds", others);
    }

    static Stream<Arguments> shapesOfIdentity() {
        return Stream.of(
                Arguments.of("RPPS in otherIds", person(RPPS, List.of(id(RPPS, "RPPS", 1))), List.of(RPPS)),
                Arguments.of("no otherIds", person(RPPS, List.of()), List.of(RPPS)),
                Arguments.of("eleven digits", person("", List.of(id("99700991237", "RPPS", 1))), List.of(RPPS)),
                Arguments.of(
                        "identity platform: UUID as subject",
                        person(UUID, List.of(id(UUID, "PSI", 2), id(RPPS, "RPPS", 1))),
                        List.of(RPPS)),
                Arguments.of(
                        "moved from ADELI",
                        person(RPPS, List.of(id(ADELI, "ADELI", 2), id(RPPS, "RPPS", 1))),
                        List.of(RPPS, ADELI)),
                Arguments.of("still ADELI", person(ADELI, List.of(id(ADELI, "ADELI", 1))), List.of(ADELI)),
                Arguments.of(
                        "two RPPS: the subject's first",
                        person(OTHER_RPPS, List.of(id(RPPS, "RPPS", 1), id(OTHER_RPPS, "RPPS", 2))),
                        List.of(OTHER_RPPS, RPPS)),
                Arguments.of(
                        "test identity",
                        person("ANS20231122132732", List.of(id("ANS20231122132732", "EDIT", 1))),
                        List.of("ANS20231122132732")),
                Arguments.of("employee", person("30B0057881/CPET0002", List.of()), List.of("30B0057881/CPET0002")),
                Arguments.of("quality as text", person("", List.of(id(RPPS, "rpps", "1"))), List.of(RPPS)),
                Arguments.of("malformed", person("8-not-a-number", List.of(id("zz", "RPPS", 1))), List.of()),
                Arguments.of("an RPPS that is none", person("", List.of(id(ADELI, "RPPS", 1))), List.of(ADELI)),
                Arguments.of("only a UUID", person(UUID, List.of()), List.of()),
                Arguments.of("nothing", Map.of(), List.of()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapesOfIdentity")
    void theMainIdentifierComesFirst(String name, Map<String, Object> userinfo, List<String> expected) {
        assertThat(NationalIdChoice.of(PscPerson.read(userinfo), KeyCheck.TOLERANT)
                        .ids())
                .extracting(NationalId::value)
                .isEqualTo(expected);
    }

    @Test
    void aStrictCheckRefusesAWrongKey() {
        PscPerson person = PscPerson.read(person("899700991238", List.of()));

        assertThat(NationalIdChoice.of(person, KeyCheck.TOLERANT).main()).isPresent();
        assertThat(NationalIdChoice.of(person, KeyCheck.STRICT).main()).isEmpty();
    }
}
