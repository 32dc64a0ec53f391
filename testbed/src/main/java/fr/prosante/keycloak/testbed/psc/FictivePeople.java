package fr.prosante.keycloak.testbed.psc;

import static fr.prosante.keycloak.testbed.psc.FictivePerson.exercice;
import static fr.prosante.keycloak.testbed.psc.FictivePerson.hospital;
import static fr.prosante.keycloak.testbed.psc.FictivePerson.practice;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The register: one person for every shape that userinfo has been seen in. All numbers are invented, keys are right. */
public final class FictivePeople {

    /** One exercice, one activity. */
    public static final FictivePerson ONE_PRACTICE = FictivePerson.doctor(rpps("9970099101"), "MARTIN-TEST", "CLAIRE");

    /** One exercice, a practice and a hospital. */
    public static final FictivePerson TWO_PRACTICES = twoPractices();

    /** Two professions. */
    public static final FictivePerson TWO_EXERCICES = twoExercices();

    /** Nothing but an identity. */
    public static final FictivePerson NO_DETAILS = new FictivePerson(
            rpps("9970099104"), "SEUL-TEST", "NOÉ", "sans SubjectRefPro", Map.of("RPPS", rpps("9970099104")), null);

    /** Still under an ADELI number. */
    public static final FictivePerson ADELI = new FictivePerson(
            adeli("01A23456"),
            "ANCIEN-TEST",
            "LÉA",
            "psychologue, numéro ADELI",
            Map.of("ADELI", adeli("01A23456")),
            List.of(exercice("93", "", "ANCIEN-TEST", "LÉA", List.of())));

    /** A test identity of the ANS's EDIT service. */
    public static final FictivePerson EDIT = new FictivePerson(
            "ANS20231122132732",
            "Docteur OIDC",
            "Paul",
            "identité EDIT",
            Map.of("EDIT", "ANS20231122132732"),
            List.of(exercice("10", "SM26", "Docteur OIDC", "Paul", List.of())));

    /** Staff of an establishment. */
    public static final FictivePerson EMPLOYEE = new FictivePerson(
            "30B0199901/CPET0007",
            "AGENT-TEST",
            "SAM",
            "salarié d’établissement (CPE)",
            Map.of("FINESS", "30B0199901/CPET0007"),
            null);

    private FictivePeople() {}

    public static List<FictivePerson> all() {
        return List.of(ONE_PRACTICE, TWO_PRACTICES, TWO_EXERCICES, NO_DETAILS, ADELI, EDIT, EMPLOYEE);
    }

    /** {@code 8}, these ten digits and their key. */
    public static String rpps(String tenDigits) {
        return "8" + withKey(tenDigits);
    }

    /** {@code 0}, these eight characters and their key. */
    public static String adeli(String eightCharacters) {
        return "0" + withKey(eightCharacters);
    }

    private static String withKey(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(number.length() - 1 - i);
            int digit = c >= 'A' ? c - 'A' + 1 : c - '0';
            int term = i % 2 == 0 ? digit * 2 : digit;
            sum += term > 9 ? term - 9 : term;
        }
        return number + (10 - sum % 10) % 10;
    }

    private static FictivePerson twoPractices() {
        String id = rpps("9970099102");
        return new FictivePerson(
                id,
                "VASSEUR-TEST",
                "ADÈLE",
                "médecin, cabinet et hôpital",
                Map.of("RPPS", id),
                List.of(exercice(
                        "10",
                        "SM26",
                        "VASSEUR-TEST",
                        "ADÈLE",
                        List.of(practice(id, "VASSEUR-TEST"), hospital("HOPITAL FICTIF DU RHONE", "0B0999901")))));
    }

    private static FictivePerson twoExercices() {
        String id = rpps("9970099103");
        Map<String, String> ids = new LinkedHashMap<>();
        ids.put("RPPS", id);
        ids.put("ADELI", adeli("01A23457"));
        return new FictivePerson(
                id,
                "DOUBLE-TEST",
                "YANN",
                "médecin et pharmacien",
                ids,
                List.of(
                        exercice("10", "SM54", "DOUBLE-TEST", "YANN", List.of(practice(id, "DOUBLE-TEST"))),
                        exercice(
                                "21", "", "DOUBLE-TEST", "YANN", List.of(hospital("PHARMACIE FICTIVE", "0B0999902")))));
    }
}
