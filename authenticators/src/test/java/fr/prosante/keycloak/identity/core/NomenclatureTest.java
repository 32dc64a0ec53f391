package fr.prosante.keycloak.identity.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NomenclatureTest {

    @ParameterizedTest
    @CsvSource({
        "10, Médecin",
        "21, Pharmacien",
        "60, Infirmier",
        "70, Masseur-Kinésithérapeute",
        "93, Psychologue",
        "71, Ostéopathe",
        "41, Assistant de service social",
        "777, 777"
    })
    void labelsProfessions(String code, String label) {
        assertThat(Nomenclature.professionLabel(code)).isEqualTo(label);
    }

    @ParameterizedTest
    @CsvSource({
        "SM26, Qualifié en Médecine générale (SM)",
        "SM04, Cardiologie et Maladies vasculaires (SM)",
        "SM54, Médecine générale (SM)",
        "ZZ99, ZZ99"
    })
    void labelsSavoirFaire(String code, String label) {
        assertThat(Nomenclature.savoirFaireLabel(code)).isEqualTo(label);
    }

    @Test
    void labelsCards() {
        assertThat(Nomenclature.cardTypeLabel("00")).contains("CPS");
        assertThat(Nomenclature.productCategoryLabel("80")).contains("TEST");
    }

    @Test
    void usesTheWordsOfTheProofWhereTheTableHasNone() {
        assertThat(professional(Optional.of("10"), Optional.of("Autre")).profession())
                .contains("Médecin");
        assertThat(professional(Optional.of("777"), Optional.of("Nouveau métier"))
                        .profession())
                .contains("Nouveau métier");
        assertThat(professional(Optional.of("777"), Optional.empty()).profession())
                .contains("777");
        assertThat(professional(Optional.empty(), Optional.of("Personnel santé ou social"))
                        .profession())
                .contains("Personnel santé ou social");
        assertThat(professional(Optional.empty(), Optional.empty()).profession())
                .isEmpty();
    }

    private static Professional professional(Optional<String> code, Optional<String> title) {
        return new Professional(
                new Rpps("899700218896"), Optional.empty(), Optional.empty(), code, List.of(), Optional.empty(), title);
    }
}
