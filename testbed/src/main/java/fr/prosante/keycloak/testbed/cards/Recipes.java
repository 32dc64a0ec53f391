package fr.prosante.keycloak.testbed.cards;

import fr.prosante.keycloak.testbed.pki.Validity;
import java.util.ArrayList;
import java.util.List;

/** What lies in the box. Numbers begin with 997 or 999 (RPPS) or 0B (ADELI, FINESS): test ranges. */
final class Recipes {
    private static final String MEDECIN = "Médecin";

    private Recipes() {}

    static List<Recipe> all() {
        List<Recipe> all = new ArrayList<>(professionals());
        all.addAll(employees());
        all.addAll(refused());
        all.addAll(unusualNames());
        return all;
    }

    private static List<Recipe> professionals() {
        String doctor = Luhn.rpps("9970000101");
        return List.of(
                doctor("medecin", doctor, "Médecin généraliste, un savoir-faire", "SM26"),
                card("medecin-sans-specialite", "9970000102", "Médecin sans savoir-faire")
                        .holder("PAUL", "SANS-SPECIALITE")
                        .profession(10, MEDECIN),
                card("medecin-deux-specialites", "9970000103", "Médecin, deux savoir-faire")
                        .holder("ALICE", "DEUX-SPECIALITES")
                        .profession(10, MEDECIN, "SM04", "SM40"),
                card("kine", "9970000104", "Masseur-kinésithérapeute")
                        .holder("NORBERT", "KINE")
                        .profession(70, "Masseur-Kinésithérapeute"),
                new Recipe("infirmier-adeli", Luhn.adeli("0B607760"), "Infirmier, numéro ADELI")
                        .holder("GUY", "INFIRMIER")
                        .profession(60, "Infirmier"),
                card("pharmacien", "9970000105", "Pharmacien")
                        .holder("LOUISE", "OFFICINE")
                        .profession(21, "Pharmacien"),
                card("etudiant-cpf", "9970000106", "Étudiant en médecine, CPF")
                        .holder("TOM", "INTERNE")
                        .student(10, "Médecin en formation"),
                doctor("medecin-carte-renouvelee", doctor, "Carte renouvelée du même médecin", "SM26"),
                doctor("medecin-autre-cle", doctor, "Même nom que « medecin », autre clé", "SM26"),
                card("medecin-production", "9970000107", "Médecin, carte de catégorie production")
                        .holder("IRENE", "PRODUCTION")
                        .profession(10, MEDECIN, "SM54")
                        .category(0x00));
    }

    private static List<Recipe> employees() {
        return List.of(
                new Recipe("cpe", "30B0057881/CPET0002", "Employé d'établissement, CPE avec nom")
                        .holder("CHARLES", "ADMINISTRATIF")
                        .employee(CardKind.CPE, "HOPITAL IMITATION"),
                new Recipe("cpe-sans-nom", "30B0057881/CPET0003", "Employé d'établissement, CPE sans nom")
                        .employee(CardKind.CPE, "HOPITAL IMITATION"),
                new Recipe("cpa", "30B0057881/CPAT0001", "Personnel autorisé, CPA")
                        .holder("ODILE", "AUTORISEE")
                        .employee(CardKind.CPA, "HOPITAL IMITATION"));
    }

    private static List<Recipe> refused() {
        return List.of(
                card("certificat-logiciel", "9970000110", "Certificat logiciel d'un médecin (pas une carte)")
                        .holder("LOGAN", "LOGICIEL")
                        .profession(10, MEDECIN, "SM26")
                        .software(),
                card("certificat-signature", "9970000111", "Certificat de signature d'une carte de médecin")
                        .holder("SIMON", "SIGNATURE")
                        .profession(10, MEDECIN, "SM26")
                        .signature(),
                doctor("carte-expiree", "9970000112", "Carte expirée").valid(Validity.past()),
                doctor("carte-future", "9970000113", "Carte pas encore valable").valid(Validity.future()),
                doctor("carte-revoquee", "9970000114", "Carte en opposition").revoked(),
                doctor("emetteur-etranger", "9970000115", "Carte d'un émetteur inconnu")
                        .foreign(),
                new Recipe("cle-fausse", Luhn.spoiled(Luhn.rpps("9970000116")), "Clé du numéro RPPS fausse")
                        .holder("LUC", "FAUX")
                        .profession(10, MEDECIN, "SM26")
                        .refused(),
                doctor("sans-numero", "9970000117", "Sujet sans numéro (CN absent)")
                        .commonNames(),
                doctor("deux-numeros", "9970000118", "Sujet avec deux numéros (deux CN)")
                        .commonNames(Luhn.rpps("9970000118"), Luhn.rpps("9970000119")));
    }

    private static List<Recipe> unusualNames() {
        return List.of(
                card("numero-en-tete", "9970000120", "Le numéro vient avant des noms longs")
                        .holder("MARIE-CLEMENTINE", "DE LA FONTAINE-LEROY")
                        .profession(50, "Sage-Femme"),
                card("numero-au-milieu", "9970000121", "Le numéro vient entre prénom et nom")
                        .holder("ZOE", "DE LA FONTAINE-LEROY")
                        .profession(40, "Chirurgien-Dentiste"),
                card("numero-en-queue", "9990000122", "Le numéro vient après des noms courts")
                        .holder("MAX", "LIBRE")
                        .profession(10, MEDECIN, "SM42"),
                card("accents-apostrophe", "9990000123", "Accents et apostrophe")
                        .holder("ANAÏS", "D'HÉRICOURT-ŒUVRÉ")
                        .profession(91, "Orthophoniste"));
    }

    private static Recipe doctor(String name, String tenDigits, String description) {
        return card(name, tenDigits, description).holder("CAMILLE", "TEST").profession(10, MEDECIN, "SM26");
    }

    private static Recipe doctor(String name, String idNat, String description, String skill) {
        return new Recipe(name, idNat, description).holder("JEANNE", "MARTIN").profession(10, MEDECIN, skill);
    }

    private static Recipe card(String name, String tenDigits, String description) {
        return new Recipe(name, Luhn.rpps(tenDigits), description);
    }
}
