package fr.prosante.keycloak.psc.core;

import fr.prosante.keycloak.identity.core.Nomenclature;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** A fact about a person that can be copied elsewhere, as a list of texts without repetition. */
public enum PersonFact {
    PROFESSION_CODES,
    PROFESSIONS,
    SAVOIR_FAIRE_CODES,
    SAVOIR_FAIRE,
    PRACTICE_NAMES,
    STRUCTURE_IDS,
    FINESS,
    SIRET,
    SECTOR_CODES,
    SECTORS,
    ROLE_CODES,
    MODE_CODES,
    CIVILITY;

    public List<String> of(PscPerson person) {
        return values(person).flatMap(Optional::stream).distinct().toList();
    }

    private Stream<Optional<String>> values(PscPerson person) {
        return switch (this) {
            case PROFESSION_CODES -> each(person, Practice::professionCode);
            case PROFESSIONS ->
                each(person, practice -> practice.professionCode().map(Nomenclature::professionLabel));
            case SAVOIR_FAIRE_CODES -> each(person, Practice::savoirFaireCode);
            case SAVOIR_FAIRE ->
                each(person, practice -> practice.savoirFaireCode().map(Nomenclature::savoirFaireLabel));
            case PRACTICE_NAMES -> each(person, Practice::name);
            case STRUCTURE_IDS -> each(person, Practice::structureId);
            case FINESS -> each(person, Practice::finess);
            case SIRET -> each(person, Practice::siret);
            case SECTOR_CODES -> each(person, Practice::sector);
            case SECTORS -> each(person, practice -> practice.sector().map(Nomenclature::sectorLabel));
            case ROLE_CODES -> each(person, Practice::role);
            case MODE_CODES -> each(person, Practice::mode);
            case CIVILITY -> Stream.of(person.civility());
        };
    }

    private static Stream<Optional<String>> each(PscPerson person, Function<Practice, Optional<String>> part) {
        return person.practices().stream().map(part);
    }
}
