package fr.prosante.keycloak.psc.core;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The numbers of a structure: site FINESS, FINESS of the legal entity, SIRET, SIREN, the directory's own technical id, and
 * {@code legacyId}, which is the national identifier of the structure (Struct_IdNat) as on cards.
 */
record StructureNumbers(
        Optional<String> finess,
        Optional<String> legalFiness,
        Optional<String> siret,
        Optional<String> siren,
        Optional<String> technicalId,
        Optional<String> legacyId) {

    static StructureNumbers read(Claims claims) {
        return new StructureNumbers(
                claims.text("numeroFinessSite"),
                // The register writes the key with a lower-case e; look-up ignores case, so both spellings are read.
                claims.text("numeroFinessetablissementJuridique"),
                claims.text("numeroSiretSite"),
                claims.text("numeroSirenSite"),
                claims.text("identifiantTechniqueDeLaStructure"),
                claims.text("ancienIdentifiantDeLaStructure"));
    }

    Map<String, Object> toClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        finess.ifPresent(value -> claims.put("numeroFinessSite", value));
        legalFiness.ifPresent(value -> claims.put("numeroFinessetablissementJuridique", value));
        siret.ifPresent(value -> claims.put("numeroSiretSite", value));
        siren.ifPresent(value -> claims.put("numeroSirenSite", value));
        technicalId.ifPresent(value -> claims.put("identifiantTechniqueDeLaStructure", value));
        legacyId.ifPresent(value -> claims.put("ancienIdentifiantDeLaStructure", value));
        return claims;
    }

    /** Struct_IdNat: type digit and number (1 FINESS, 2 SIREN, 3 SIRET, 4 RPPS practice), else the technical id. */
    Optional<String> nationalId() {
        return Stream.of(
                        legacyId,
                        finess.map(number -> "1" + number),
                        siret.map(number -> "3" + number),
                        siren.map(number -> "2" + number),
                        technicalId)
                .flatMap(Optional::stream)
                .findFirst();
    }
}
