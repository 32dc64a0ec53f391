package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.FictivePerson;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.representations.idm.IdentityProviderMapperRepresentation;

/** Every shape in which Pro Santé Connect has been seen to describe people; the tables of details are unit tests. */
@Story
final class PscPeopleIT {

    private static final FictivePerson STUDENT = person(
            "9970099160",
            Map.of(
                    "codeProfession", "10",
                    "codeCategorieProfessionnelle", "E",
                    "nomDexercice", "INTERNE-TEST",
                    "prenomDexercice", "TOM"));

    private static final FictivePerson EMPTY_TEXTS = person(
            "9970099161",
            Map.of(
                    "codeProfession", "",
                    "codeCategorieProfessionnelle", "",
                    "nomDexercice", "",
                    "activities", List.of(Map.of("raisonSocialeSite", "", "numeroFinessSite", ""))));

    private static final FictivePerson MISSPELT = person(
            "9970099162",
            Map.of("CodeProfession", "21", "NomDExercice", "OFFICINE-TEST", "Activities", List.of(Map.of())));

    private static FictivePerson person(String tenDigits, Map<String, Object> exercice) {
        var id = FictivePeople.rpps(tenDigits);
        return new FictivePerson(id, "FORME-TEST", "ANNE", "forme rare", Map.of("RPPS", id), List.of(exercice));
    }

    static Stream<FictivePerson> people() {
        return Stream.concat(FictivePeople.all().stream(), Stream.of(STUDENT, EMPTY_TEXTS, MISSPELT));
    }

    @ParameterizedTest
    @MethodSource("people")
    void comesInWhateverIsMissing(FictivePerson person, PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        psc.simulator().know(person);

        assertThat(visitor.comesBy(person.idNat()).body()).contains("Créer mon compte");
        assertThat(realm.accounts().count()).isZero();
    }

    @Test
    void whoStudiesIsSaidToStudy(PscNeighbour psc, Visitor visitor) {
        psc.simulator().know(STUDENT);

        assertThat(visitor.comesBy(STUDENT.idNat()).body()).contains("Médecin en formation", "INTERNE-TEST");
    }

    @Test
    void claimsAreReadWhateverTheCaseOfTheirNames(PscNeighbour psc, Visitor visitor) {
        psc.simulator().know(MISSPELT);

        assertThat(visitor.comesBy(MISSPELT.idNat()).body()).contains("Pharmacien", "OFFICINE-TEST");
    }

    @Test
    void whoComesWithoutDetailsKeepsTheProfessionOfTheAccount(PscNeighbour psc, Visitor visitor, StoryRealm realm) {
        var id = FictivePeople.NO_DETAILS.idNat();
        realm.accounts().create(Account.opened(id));

        assertThat(visitor.isIn(visitor.comesBy(id))).isTrue();

        assertThat(realm.accounts().ofNationalId(id).orElseThrow().getAttributes())
                .containsEntry("profession", List.of("Médecin"))
                .containsEntry("strongAuthMethod", List.of("psc"));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "profession-codes, 10",
        "professions, Médecin",
        "practice-names, CABINET VASSEUR-TEST|HOPITAL FICTIF DU RHONE",
        "sector-codes, SA07|SA01",
        "finess, 0B0999901",
    })
    void aFactOfEveryPracticeIsCopiedToAnAttributeAndGoesWithIt(
            String fact, String values, PscNeighbour psc, Visitor visitor, Visitor again, StoryRealm realm) {
        var person = FictivePeople.TWO_PRACTICES;
        realm.accounts().create(Account.opened(person.idNat()));
        realm.showsEveryAttribute();
        var mapper = new IdentityProviderMapperRepresentation();
        mapper.setName("fact");
        mapper.setIdentityProviderMapper("pro-sante-psc-user-attribute");
        mapper.setConfig(Map.of("syncMode", "FORCE", "fact", fact, "attribute", "copied"));
        realm.maps(PscNeighbour.ALIAS, mapper);

        visitor.comesBy(person.idNat());
        assertThat(realm.accounts()
                        .ofNationalId(person.idNat())
                        .orElseThrow()
                        .getAttributes()
                        .get("copied"))
                .containsExactlyInAnyOrder(values.split("\\|"));

        psc.simulator()
                .know(new FictivePerson(
                        person.idNat(), person.familyName(), person.givenName(), "sans lieu", person.otherIds(), null));
        again.comesBy(person.idNat());
        psc.simulator().know(person);
        assertThat(realm.accounts().ofNationalId(person.idNat()).orElseThrow().getAttributes())
                .doesNotContainKey("copied");
    }
}
