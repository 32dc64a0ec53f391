package fr.prosante.keycloak.psc.core;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One profession that the person exercises, {@code SubjectRefPro.exercices[]}, under the names to display. */
record Exercice(
        Optional<String> professionCode,
        Optional<String> category,
        Optional<String> civility,
        Optional<String> familyName,
        Optional<String> givenName,
        Optional<String> savoirFaireCode,
        List<Activity> activities) {

    /** R09: whoever studies for the profession, which he must not be taken to exercise. */
    private static final String STUDENT = "E";

    static Exercice read(Claims claims) {
        return new Exercice(
                claims.text("codeProfession"),
                claims.text("codeCategorieProfessionnelle"),
                claims.text("codeCiviliteDexercice"),
                claims.text("nomDexercice"),
                claims.text("prenomDexercice"),
                claims.text("codeSavoirFaire"),
                claims.objects("activities").stream().map(Activity::read).toList());
    }

    Map<String, Object> toClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        professionCode.ifPresent(value -> claims.put("codeProfession", value));
        category.ifPresent(value -> claims.put("codeCategorieProfessionnelle", value));
        civility.ifPresent(value -> claims.put("codeCiviliteDexercice", value));
        familyName.ifPresent(value -> claims.put("nomDexercice", value));
        givenName.ifPresent(value -> claims.put("prenomDexercice", value));
        savoirFaireCode.ifPresent(value -> claims.put("codeSavoirFaire", value));
        claims.put("activities", activities.stream().map(Activity::toClaims).toList());
        return claims;
    }

    boolean isTraining() {
        return category.filter(STUDENT::equals).isPresent();
    }

    /** The profession, unless the person only studies for it. */
    Optional<String> exercised() {
        return isTraining() ? Optional.empty() : professionCode;
    }

    /** Profession and category, {@code 10C}: how the DMP tells one exercice of a person from another. */
    String key() {
        return professionCode.orElse("") + category.orElse("");
    }
}
