package fr.prosante.keycloak.account.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** A postal address, all of it required. */
public record Address(String street, String postalCode, String locality) {

    public static final String STREET = "streetAddress";
    public static final String POSTAL_CODE = "postalCode";
    public static final String LOCALITY = "locality";

    /** Five digits in France; elsewhere the code of the country with its prefix, as the Universal Postal Union writes it. */
    private static final Pattern CODE = Pattern.compile("[0-9]{5}|[A-Z]{1,3}-?[0-9A-Z -]{2,9}");

    private static final Pattern SPACED = Pattern.compile("([0-9]{2}) ([0-9]{3})");

    private static final int LONGEST = 254;

    public Address {
        postalCode = SPACED.matcher(postalCode.toUpperCase(Locale.ROOT)).replaceAll("$1$2");
    }

    List<FieldProblem> problems() {
        List<FieldProblem> problems = new ArrayList<>();
        if (street.isEmpty()) {
            problems.add(new FieldProblem(STREET, "proSanteAccountStreetMissing"));
        } else if (street.length() > LONGEST) {
            problems.add(new FieldProblem(STREET, "proSanteAccountTooLong"));
        }
        if (!CODE.matcher(postalCode).matches()) {
            problems.add(new FieldProblem(
                    POSTAL_CODE,
                    postalCode.isEmpty() ? "proSanteAccountPostalCodeMissing" : "proSanteAccountPostalCodeShape"));
        }
        if (locality.isEmpty()) {
            problems.add(new FieldProblem(LOCALITY, "proSanteAccountLocalityMissing"));
        } else if (locality.length() > LONGEST) {
            problems.add(new FieldProblem(LOCALITY, "proSanteAccountTooLong"));
        }
        return problems;
    }
}
