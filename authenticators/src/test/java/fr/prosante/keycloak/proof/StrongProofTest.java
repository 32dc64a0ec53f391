package fr.prosante.keycloak.proof;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.identity.core.Adeli;
import fr.prosante.keycloak.identity.core.Employee;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.identity.core.Rpps;
import fr.prosante.keycloak.identity.core.Structure;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.keycloak.sessions.AuthenticationSessionModel;

final class StrongProofTest {

    static Stream<Professional> professionals() {
        return Stream.of(
                new Professional(
                        new Rpps("899700218896"),
                        Optional.of("D'HÉRICOURT"),
                        Optional.of("ANAÏS"),
                        Optional.of("10"),
                        List.of("SM04", "SM40"),
                        Optional.empty(),
                        Optional.of("Médecin")),
                new Professional(
                        new Employee("30B0057881/CPET0002"),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.of(new Structure(Optional.of("10B0057881"), Optional.of("HOPITAL")))),
                new Professional(
                        new Adeli("00B1058110"),
                        Optional.of("LIBRE"),
                        Optional.empty(),
                        Optional.of("60"),
                        List.of(),
                        Optional.of(new Structure(Optional.empty(), Optional.empty()))));
    }

    @ParameterizedTest
    @MethodSource("professionals")
    void comesBackAsItWasWritten(Professional professional) {
        StrongProof proof = new StrongProof(
                Method.CARD, professional, Instant.ofEpochSecond(1_795_000_000L), Map.of("cardNumber", "8025000001/1"));
        assertThat(StrongProof.ofNote(proof.note())).contains(proof);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"id\":\"899700218896\"}", "{\"id\":\"x\",\"method\":\"CARD\"}"})
    void isAbsentWhenItCannotBeRead(String note) {
        assertThat(StrongProof.ofNote(note)).isEmpty();
    }

    /** Without it the contact address could be changed by nobody. */
    @Test
    void isRememberedForTheSessionThatFollows() {
        Map<String, Object> notes = new HashMap<>();
        AuthenticationSessionModel login = (AuthenticationSessionModel) Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {AuthenticationSessionModel.class},
                (proxy, method, arguments) -> notes.put(method.getName() + " " + arguments[0], arguments[1]));

        new StrongProof(Method.CARD, professionals().findFirst().orElseThrow(), Instant.EPOCH, Map.of()).writeTo(login);

        assertThat(notes).containsEntry("setUserSessionNote pro-sante.strong-id", "899700218896");
    }

    @Test
    void namesItsMethodInLowerCase() {
        assertThat(Method.PSC.value()).isEqualTo("psc");
    }
}
