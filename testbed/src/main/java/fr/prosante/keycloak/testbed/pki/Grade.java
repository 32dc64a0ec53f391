package fr.prosante.keycloak.testbed.pki;

/** The three « gammes » of IGC-Santé: cards of professionals, cards of employees, software keys. */
public enum Grade {
    FORT("FO"),
    STANDARD("ST"),
    ELEMENTAIRE("EL");

    private final String code;

    Grade(String code) {
        this.code = code;
    }

    /** The two letters in the names of published files ({@code ACR-FO.crl}, {@code ACI-FO-PP.crl}). */
    public String code() {
        return code;
    }
}
