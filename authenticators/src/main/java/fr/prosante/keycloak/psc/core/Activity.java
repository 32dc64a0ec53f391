package fr.prosante.keycloak.psc.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One place of work of an exercice, {@code SubjectRefPro.exercices[].activities[]}; every field may be missing. */
record Activity(
        Optional<String> mode,
        Optional<String> sector,
        Optional<String> role,
        StructureNumbers numbers,
        Optional<String> name,
        Optional<String> street,
        Optional<String> postalCode,
        Optional<String> town) {

    static Activity read(Claims claims) {
        return new Activity(
                claims.text("codeModeExercice"),
                claims.text("codeSecteurDactivite"),
                claims.text("codeRole"),
                StructureNumbers.read(claims),
                claims.text("raisonSocialeSite", "enseigneCommercialeSite", "complementDestinataire"),
                street(claims),
                claims.text("codePostal"),
                claims.text("bureauCedex").map(Activity::withoutPostalCode));
    }

    Map<String, Object> toClaims() {
        Map<String, Object> claims = new LinkedHashMap<>(numbers.toClaims());
        mode.ifPresent(value -> claims.put("codeModeExercice", value));
        sector.ifPresent(value -> claims.put("codeSecteurDactivite", value));
        role.ifPresent(value -> claims.put("codeRole", value));
        name.ifPresent(value -> claims.put("raisonSocialeSite", value));
        street.ifPresent(value -> claims.put("libelleVoie", value));
        postalCode.ifPresent(value -> claims.put("codePostal", value));
        town.ifPresent(value -> claims.put("bureauCedex", value));
        return claims;
    }

    private static Optional<String> street(Claims claims) {
        String street = Stream.of("numeroVoie", "indiceRepetitionVoie", "codeTypeDeVoie", "libelleVoie")
                .flatMap(name -> claims.text(name).stream())
                .collect(Collectors.joining(" "));
        return claims.text("libelleVoie").map(any -> street);
    }

    /** {@code bureauCedex} holds « 69003 LYON » or « LYON ». */
    private static String withoutPostalCode(String office) {
        return office.replaceFirst("^[0-9]{5}\\s+(?=\\S)", "");
    }
}
