package fr.prosante.keycloak.psc.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class PscPersonTest {

    private static final Map<String, Object> PRACTICE = Map.of(
            "codeModeExercice", "L",
            "codeSecteurDactivite", "SA07",
            "identifiantTechniqueDeLaStructure", "R900123",
            "ancienIdentifiantDeLaStructure", "499700991237001",
            "raisonSocialeSite", "CABINET TEST",
            "numeroFinessSite", "",
            "bureauCedex", "69003 LYON");

    private static final Map<String, Object> HOSPITAL = Map.of(
            "codeModeExercice", "S",
            "codeSecteurDactivite", "SA01",
            "identifiantTechniqueDeLaStructure", "F0B0999901",
            "numeroFinessSite", "0B0999901",
            "numeroFinessetablissementJuridique", "1B0999902",
            "raisonSocialeSite", "HOPITAL TEST");

    private static Map<String, Object> doctor(Object activities) {
        return Map.of(
                "codeProfession", "10",
                "codeCategorieProfessionnelle", "C",
                "nomDexercice", "EXERCE",
                "prenomDexercice", "ADELE",
                "codeSavoirFaire", "SM26",
                "activities", activities);
    }

    private static PscPerson with(Object exercices) {
        return PscPerson.read(
                Map.of("family_name", "CIVIL", "given_name", "", "SubjectRefPro", Map.of("exercices", exercices)));
    }

    @Test
    void everyPlaceOfWorkIsAPractice() {
        List<Practice> practices =
                with(List.of(doctor(List.of(PRACTICE, HOSPITAL)))).practices();

        assertThat(practices).extracting(Practice::key).containsExactly("10C:R900123", "10C:F0B0999901");
        assertThat(practices.get(0).structureId()).contains("499700991237001");
        assertThat(practices.get(0).finess()).isEmpty();
        assertThat(practices.get(0).town()).contains("LYON");
        assertThat(practices.get(1).structureId()).contains("10B0999901");
        assertThat(practices.get(1).sector()).contains("SA01");
    }

    @Test
    void theSamePlaceTwiceIsOnePractice() {
        assertThat(with(List.of(doctor(List.of(PRACTICE, PRACTICE)))).practices())
                .hasSize(1);
    }

    @Test
    void aProfessionWithoutPlaceIsAPracticeToo() {
        assertThat(with(List.of(doctor(List.of()), Map.of("codeProfession", "21")))
                        .practices())
                .extracting(Practice::key)
                .containsExactly("10C:", "21:");
    }

    @Test
    void anObjectWhereAListIsExpectedCountsAsOne() {
        assertThat(with(doctor(PRACTICE)).practices()).hasSize(1);
    }

    @Test
    void withoutSubjectRefProTheTopLevelServes() {
        PscPerson person = PscPerson.read(Map.of(
                "SubjectRole", List.of("10^1.2.250.1.213.1.1.5.5"),
                "Secteur_Activite", "SA07^1.2.250.1.71.4.2.4",
                "SubjectOrganization", "CABINET TEST",
                "SubjectOrganizationID", "R1"));

        assertThat(person.practices()).singleElement().satisfies(practice -> {
            assertThat(practice.professionCode()).contains("10");
            assertThat(practice.sector()).contains("SA07");
            assertThat(practice.name()).contains("CABINET TEST");
        });
    }

    @Test
    void namesOfTheProfessionComeBeforeCivilOnes() {
        PscPerson person = with(List.of(doctor(List.of())));

        assertThat(person.displayedFamilyName(Optional.of("10"))).contains("EXERCE");
        assertThat(person.displayedFamilyName(Optional.of("21"))).contains("CIVIL");
        assertThat(person.givenName()).isEmpty();
        assertThat(person.savoirFaire(Optional.of("10"))).containsExactly("SM26");
        assertThat(person.savoirFaire(Optional.of("21"))).isEmpty();
    }

    @Test
    void whoStudiesForAProfessionIsNotTakenToExerciseIt() {
        PscPerson person = with(List.of(Map.of(
                "codeProfession",
                "10",
                "codeCategorieProfessionnelle",
                "E",
                "nomDexercice",
                "INTERNE",
                "activities",
                List.of(HOSPITAL))));

        assertThat(person.practices()).singleElement().satisfies(practice -> {
            assertThat(practice.professionCode()).isEmpty();
            assertThat(practice.name()).contains("HOPITAL TEST");
        });
        assertThat(person.training()).contains("Médecin en formation");
        assertThat(person.displayedFamilyName(Optional.empty())).contains("INTERNE");
        assertThat(PscPerson.read(person.toClaims())).isEqualTo(person);
        assertThat(with(List.of(doctor(List.of()))).training()).isEmpty();
    }

    @Test
    void theRightSpellingOfAClaimComesBeforeAnyOther() {
        Map<String, Object> userinfo = new LinkedHashMap<>();
        userinfo.put("SUB", "somebody-else");
        userinfo.put("subjectnameid", "899700991237");
        userinfo.put("sub", "the-person");

        assertThat(PscPerson.read(userinfo).subject()).contains("the-person");
        assertThat(PscPerson.read(userinfo).subjectNameId()).contains("899700991237");
    }

    static Stream<Map<String, Object>> bothPlacesOfCodeCivilite() {
        return Stream.of(
                Map.of("codeCivilite", "MME"),
                Map.of("SubjectRefPro", Map.of("codeCivilite", "MME")),
                Map.of("codeCivilite", "", "SubjectRefPro", Map.of("codeCivilite", "MME")));
    }

    @ParameterizedTest
    @MethodSource("bothPlacesOfCodeCivilite")
    void civilityIsReadFromEitherPlace(Map<String, Object> userinfo) {
        assertThat(PscPerson.read(userinfo).civility()).contains("MME");
    }

    static Stream<Map<String, Object>> strangeThings() {
        return Stream.of(
                Map.of(),
                Map.of("SubjectRefPro", ""),
                Map.of("SubjectRefPro", List.of()),
                Map.of("SubjectRefPro", Map.of("exercices", "")),
                Map.of("SubjectRefPro", Map.of("exercices", List.of("", 3, Map.of()))),
                Map.of("otherIds", "8"),
                Map.of("otherIds", List.of(Map.of("origine", "RPPS"))),
                Map.of("otherIds", List.of(Map.of("identifiant", "8", "qualite", "premier"))),
                Map.of("SubjectRole", List.of(), "Secteur_Activite", "^"),
                Map.of("sub", 12, "SubjectNameID", List.of("8")));
    }

    @ParameterizedTest
    @MethodSource("strangeThings")
    void strangeContentIsAbsentContent(Map<String, Object> userinfo) {
        assertThatCode(() -> PscPerson.read(userinfo).practices()).doesNotThrowAnyException();
    }

    @Test
    void textsAreBoundedAndHaveNoControlCharacters() {
        PscPerson person = PscPerson.read(Map.of("family_name", "A\u0000B\nC", "given_name", "x".repeat(10_000)));

        assertThat(person.familyName()).contains("A B C");
        assertThat(person.givenName().orElseThrow()).hasSize(200);
    }

    @Test
    void whatIsKeptReadsAsWhatWasReceived() {
        PscPerson person = PscPerson.read(Map.of(
                "sub",
                "f:x:1",
                "SubjectNameID",
                "899700991237",
                "otherIDs",
                List.of(Map.of("identifiant", "899700991237", "origine", "rpps", "qualite", 1)),
                "SubjectRefPro",
                Map.of("exercices", List.of(doctor(List.of(PRACTICE, HOSPITAL))))));

        assertThat(PscPerson.read(person.toClaims())).isEqualTo(person);
    }

    @Test
    void aPracticeReadsAsItWasWritten() {
        assertThat(with(List.of(doctor(List.of(PRACTICE)))).practices())
                .allSatisfy(practice ->
                        assertThat(Practice.fromMap(practice.toMap())).isEqualTo(practice));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.CsvSource({
        "PROFESSIONS, Médecin",
        "SECTORS, Cabinet individuel",
        "PRACTICE_NAMES, CABINET TEST",
        "STRUCTURE_IDS, 499700991237001",
        "SAVOIR_FAIRE_CODES, SM26",
        "MODE_CODES, L",
    })
    void factsCarryLabels(PersonFact fact, String expected) {
        assertThat(fact.of(with(List.of(doctor(List.of(PRACTICE)))))).containsExactly(expected);
    }
}
