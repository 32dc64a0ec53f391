package fr.prosante.keycloak.identity.core;

import java.util.List;
import java.util.Optional;

/**
 * A person as a card or Pro Santé Connect describes them. Names are missing on cards of staff (CPE); the profession code
 * (NOS G15) is missing for staff and students; {@code title} is the profession in the words of the proof itself.
 */
public record Professional(
        NationalId id,
        Optional<String> familyName,
        Optional<String> givenName,
        Optional<String> professionCode,
        List<String> savoirFaireCodes,
        Optional<Structure> structure,
        Optional<String> title) {

    public Professional {
        savoirFaireCodes = List.copyOf(savoirFaireCodes);
    }

    public Professional(
            NationalId id,
            Optional<String> familyName,
            Optional<String> givenName,
            Optional<String> professionCode,
            List<String> savoirFaireCodes,
            Optional<Structure> structure) {
        this(id, familyName, givenName, professionCode, savoirFaireCodes, structure, Optional.empty());
    }

    /** The profession in words: the nomenclature's label, else the words of the proof. */
    public Optional<String> profession() {
        return professionCode
                .filter(code -> title.isEmpty() || Nomenclature.knowsProfession(code))
                .map(Nomenclature::professionLabel)
                .or(() -> title);
    }

    /** The specialities in words, in the order of the codes. */
    public List<String> savoirFaire() {
        return savoirFaireCodes.stream().map(Nomenclature::savoirFaireLabel).toList();
    }
}
