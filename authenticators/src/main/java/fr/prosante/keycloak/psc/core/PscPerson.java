package fr.prosante.keycloak.psc.core;

import fr.prosante.keycloak.identity.core.Nomenclature;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What userinfo of Pro Santé Connect says about a person, read tolerantly: every part may be missing, except that
 * without a national identifier nobody is let in (see {@link NationalIdChoice}).
 */
public record PscPerson(
        Optional<String> subject,
        Optional<String> subjectNameId,
        Optional<String> preferredUsername,
        List<OtherId> otherIds,
        Optional<String> familyName,
        Optional<String> givenName,
        Optional<String> civility,
        Situation situation,
        List<Exercice> exercices) {

    /** The place of work at the top level of userinfo, all there is when {@code SubjectRefPro} is missing. */
    record Situation(
            Optional<String> roleCode,
            Optional<String> sector,
            Optional<String> organization,
            Optional<String> organizationId) {}

    /** Reads a JSON object, as the parser gives it; never throws on content. */
    public static PscPerson read(Map<?, ?> userinfo) {
        Claims claims = Claims.of(userinfo);
        Claims refPro = claims.object("SubjectRefPro");
        return new PscPerson(
                claims.text("sub"),
                claims.text("SubjectNameID"),
                claims.text("preferred_username"),
                claims.objects("otherIds").stream()
                        .flatMap(entry -> OtherId.read(entry).stream())
                        .toList(),
                claims.text("family_name"),
                claims.text("given_name"),
                // At the top level since 2023, inside SubjectRefPro before.
                claims.text("codeCivilite").or(() -> refPro.text("codeCivilite")),
                new Situation(
                        claims.code("SubjectRole"),
                        claims.code("Secteur_Activite"),
                        claims.text("SubjectOrganization"),
                        claims.text("SubjectOrganizationID")),
                refPro.objects("exercices").stream().map(Exercice::read).toList());
    }

    /** The same content in the shape that {@link #read} takes, without what is not used: to be kept for a while. */
    public Map<String, Object> toClaims() {
        Map<String, Object> claims = new LinkedHashMap<>();
        subject.ifPresent(value -> claims.put("sub", value));
        subjectNameId.ifPresent(value -> claims.put("SubjectNameID", value));
        preferredUsername.ifPresent(value -> claims.put("preferred_username", value));
        claims.put("otherIds", otherIds.stream().map(OtherId::toClaims).toList());
        familyName.ifPresent(value -> claims.put("family_name", value));
        givenName.ifPresent(value -> claims.put("given_name", value));
        civility.ifPresent(value -> claims.put("codeCivilite", value));
        situation.roleCode().ifPresent(value -> claims.put("SubjectRole", value));
        situation.sector().ifPresent(value -> claims.put("Secteur_Activite", value));
        situation.organization().ifPresent(value -> claims.put("SubjectOrganization", value));
        situation.organizationId().ifPresent(value -> claims.put("SubjectOrganizationID", value));
        claims.put(
                "SubjectRefPro",
                Map.of("exercices", exercices.stream().map(Exercice::toClaims).toList()));
        return claims;
    }

    /** Every practice of the person, without repetition, in the order given. */
    public List<Practice> practices() {
        return Practice.of(this);
    }

    /** The name under which this profession is exercised, else the civil one. */
    public Optional<String> displayedFamilyName(Optional<String> profession) {
        return exercised(profession)
                .flatMap(exercice -> exercice.familyName().stream())
                .findFirst()
                .or(() -> familyName);
    }

    /** See {@link #displayedFamilyName}. */
    public Optional<String> displayedGivenName(Optional<String> profession) {
        return exercised(profession)
                .flatMap(exercice -> exercice.givenName().stream())
                .findFirst()
                .or(() -> givenName);
    }

    /** Codes of the savoir-faire of this profession, without repetition. */
    public List<String> savoirFaire(Optional<String> profession) {
        return exercised(profession)
                .flatMap(exercice -> exercice.savoirFaireCode().stream())
                .distinct()
                .toList();
    }

    /** « Médecin en formation » and the like, for whoever studies for a profession. */
    public Optional<String> training() {
        return exercices.stream()
                .filter(Exercice::isTraining)
                .flatMap(exercice -> exercice.professionCode().stream())
                .map(Nomenclature::trainingLabel)
                .findFirst();
    }

    private Stream<Exercice> exercised(Optional<String> profession) {
        return exercices.stream().filter(exercice -> exercice.exercised().equals(profession));
    }
}
