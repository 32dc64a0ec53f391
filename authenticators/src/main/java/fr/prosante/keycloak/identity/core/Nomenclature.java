package fr.prosante.keycloak.identity.core;

/**
 * Labels of the code tables of the Nomenclatures des objets de santé (ANS). The tables are open-ended: an unknown code is
 * its own label. They are data files beside this class, with a note of their sources.
 */
public final class Nomenclature {

    private static final CodeTable PROFESSIONS = CodeTable.load("professions.tsv");
    private static final CodeTable SAVOIR_FAIRE = CodeTable.load("savoir-faire.tsv");
    private static final CodeTable SECTORS = CodeTable.load("sectors.tsv");
    private static final CodeTable CARD_TYPES = CodeTable.load("card-types.tsv");
    private static final CodeTable PRODUCT_CATEGORIES = CodeTable.load("product-categories.tsv");

    private Nomenclature() {}

    /** G15 (health), R94 (social), R95 (protected titles): {@code 10} is « Médecin ». */
    public static String professionLabel(String code) {
        return PROFESSIONS.label(code);
    }

    /** As on the cards of students (CPF): {@code 10} is « Médecin en formation ». */
    public static String trainingLabel(String code) {
        return professionLabel(code) + " en formation";
    }

    static boolean knowsProfession(String code) {
        return PROFESSIONS.knows(code);
    }

    /** R01, completed by JDV_J107: {@code SM26} is « Qualifié en Médecine Générale (SM) ». */
    public static String savoirFaireLabel(String code) {
        return SAVOIR_FAIRE.label(code);
    }

    /** R02: {@code SA07} is « Cabinet individuel ». */
    public static String sectorLabel(String code) {
        return SECTORS.label(code);
    }

    /** G02: {@code 0} is « CPS ». */
    public static String cardTypeLabel(String code) {
        return CARD_TYPES.label(code);
    }

    /** G01, two hexadecimal digits: {@code 00} card, {@code 03} software, {@code 80} and above are for tests. */
    public static String productCategoryLabel(String code) {
        return PRODUCT_CATEGORIES.label(code);
    }
}
