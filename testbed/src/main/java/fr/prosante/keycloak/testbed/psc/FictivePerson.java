package fr.prosante.keycloak.testbed.psc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An invented person of the simulator's register.
 *
 * @param idNat national identifier, {@code SubjectNameID} and {@code preferred_username}
 * @param description one French line for the simulator's pages
 * @param otherIds origin to value; the first one is the main one
 * @param exercices as in {@code SubjectRefPro.exercices[]}; null when userinfo has no {@code SubjectRefPro}
 */
public record FictivePerson(
        String idNat,
        String familyName,
        String givenName,
        String description,
        Map<String, String> otherIds,
        @org.jspecify.annotations.Nullable List<Map<String, Object>> exercices) {

    private static final String STORAGE = "f:00000000-1111-4222-8333-444444444444:";

    /** A doctor of general medicine in a practice of their own. */
    public static FictivePerson doctor(String idNat, String familyName, String givenName) {
        return new FictivePerson(
                idNat,
                familyName,
                givenName,
                "médecin, une activité",
                Map.of("RPPS", idNat),
                List.of(exercice("10", "SM26", familyName, givenName, List.of(practice(idNat, familyName)))));
    }

    /** The same with these identifiers instead. */
    public FictivePerson withIds(String newIdNat, Map<String, String> ids) {
        return new FictivePerson(newIdNat, familyName, givenName, description, ids, exercices);
    }

    /** The same in another profession, at the same place. */
    public FictivePerson exercising(String profession, String savoirFaire) {
        return new FictivePerson(
                idNat,
                familyName,
                givenName,
                description,
                otherIds,
                List.of(exercice(
                        profession, savoirFaire, familyName, givenName, List.of(practice(idNat, familyName)))));
    }

    /** Opaque for clients, in the form that a Keycloak user storage gives. */
    public String subject() {
        return STORAGE + idNat;
    }

    static Map<String, Object> exercice(
            String profession,
            String savoirFaire,
            String familyName,
            String givenName,
            List<Map<String, Object>> activities) {
        Map<String, Object> exercice = new LinkedHashMap<>();
        exercice.put("codeProfession", profession);
        exercice.put("codeCategorieProfessionnelle", "C");
        exercice.put("codeCiviliteDexercice", profession.equals("10") ? "DR" : "");
        exercice.put("nomDexercice", familyName);
        exercice.put("prenomDexercice", givenName);
        exercice.put("codeTypeSavoirFaire", savoirFaire.isEmpty() ? "" : "S");
        exercice.put("codeSavoirFaire", savoirFaire);
        exercice.put("activities", activities);
        return exercice;
    }

    static Map<String, Object> practice(String idNat, String name) {
        Map<String, Object> activity = activity("L", "SA07", "CABINET " + name, "69003 LYON");
        activity.put("identifiantTechniqueDeLaStructure", "R9" + idNat.substring(Math.max(0, idNat.length() - 5)));
        activity.put("ancienIdentifiantDeLaStructure", "4" + idNat.substring(1) + "001");
        return activity;
    }

    static Map<String, Object> hospital(String name, String finess) {
        Map<String, Object> activity = activity("S", "SA01", name, "LYON");
        activity.put("numeroFinessSite", finess);
        activity.put("identifiantTechniqueDeLaStructure", "F" + finess);
        activity.put("ancienIdentifiantDeLaStructure", "1" + finess);
        return activity;
    }

    /** Every column of the register, absent ones as empty strings, with its misspelt key. */
    static Map<String, Object> activity(String mode, String sector, String name, String office) {
        Map<String, Object> activity = new LinkedHashMap<>();
        for (String empty : List.of(
                "codeSectionPharmacien",
                "codeRole",
                "numeroSiretSite",
                "numeroSirenSite",
                "numeroFinessSite",
                "numeroFinessetablissementJuridique",
                "identifiantTechniqueDeLaStructure",
                "enseigneCommercialeSite",
                "complementPointGeographique",
                "indiceRepetitionVoie",
                "mentionDistribution",
                "codeCommune",
                "telephone",
                "telephone2",
                "telecopie",
                "adresseEMail",
                "codeDepartement",
                "ancienIdentifiantDeLaStructure")) {
            activity.put(empty, "");
        }
        activity.put("codeModeExercice", mode);
        activity.put("codeSecteurDactivite", sector);
        activity.put("codeGenreActivite", "GENR01");
        activity.put("raisonSocialeSite", name);
        activity.put("complementDestinataire", name);
        activity.put("numeroVoie", "12");
        activity.put("codeTypeDeVoie", "R");
        activity.put("libelleVoie", "DES TILLEULS");
        activity.put("bureauCedex", office);
        activity.put("codePostal", "69003");
        activity.put("codePays", "99000");
        activity.put("autoriteDenregistrement", "CNOM/CNOM/CNOM");
        return activity;
    }

    /** The answer of userinfo, in the shape seen from 2023 on. */
    Map<String, Object> userinfo(Optional<String> authMode) {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("Secteur_Activite", "SA07^1.2.250.1.71.4.2.4");
        claims.put("sub", subject());
        claims.put("email_verified", false);
        claims.put("SubjectOrganization", "");
        claims.put("Mode_Acces_Raison", "");
        claims.put("preferred_username", idNat);
        claims.put("given_name", givenName);
        claims.put("Acces_Regulation_Medicale", "FAUX");
        claims.put("UITVersion", "1.0");
        authMode.ifPresent(mode -> claims.put("authMode", mode));
        claims.put("Palier_Authentification", "APPPRIP3^1.2.250.1.213.1.5.1.1.1");
        claims.put("codeCivilite", "M");
        claims.put("codeGenreActivite", "GENR01");
        if (exercices != null) {
            claims.put("SubjectRefPro", Map.of("codeCivilite", "M", "exercices", exercices));
            claims.put("SubjectRole", List.of(exercices.get(0).get("codeProfession") + "^1.2.250.1.213.1.1.5.5"));
        }
        claims.put("SubjectOrganizationID", "");
        claims.put("PSI_Locale", "1.2.250.1.213.1.3.1.1");
        List<Map<String, Object>> ids = new ArrayList<>();
        otherIds.forEach(
                (origin, value) -> ids.add(Map.of("identifiant", value, "origine", origin, "qualite", ids.size() + 1)));
        claims.put("otherIds", ids);
        claims.put("SubjectNameID", idNat);
        claims.put("family_name", familyName);
        return claims;
    }
}
