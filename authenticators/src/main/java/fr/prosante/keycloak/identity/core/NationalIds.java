package fr.prosante.keycloak.identity.core;

import java.util.Locale;
import java.util.regex.Pattern;

/** Reads national identifiers, as people type them and as cards and Pro Santé Connect give them. */
public final class NationalIds {

    /** White space of every kind, no-break and zero-width ones included: numbers are pasted from documents. */
    private static final Pattern BLANK = Pattern.compile("[\\s\\h\\v\\u200B-\\u200F\\u2060\\uFEFF]+");

    private static final int LONGEST = 64;

    private NationalIds() {}

    /**
     * Reads what a person typed: spaces anywhere, any case, with or without the type digit. The length decides without
     * ambiguity: 9 is ADELI, 10 is {@code 0}+ADELI, 11 is RPPS, 12 is {@code 8}+RPPS.
     */
    public static ParsedId parseTyped(String text, KeyCheck keyCheck) {
        String compact = normalize(text);
        return switch (compact.length()) {
            case 9 -> parse(isEmployee(compact) ? compact : "0" + compact, keyCheck);
            case 11 -> parse(isEmployee(compact) || compact.startsWith("ANS") ? compact : "8" + compact, keyCheck);
            default -> parse(compact, keyCheck);
        };
    }

    /** Reads the complete form, type digit included, as it stands in a certificate or in {@code SubjectNameID}. */
    public static ParsedId parseOfficial(String text, KeyCheck keyCheck) {
        return parse(normalize(text), keyCheck);
    }

    private static ParsedId parse(String value, KeyCheck keyCheck) {
        if (value.isEmpty()) {
            return ParsedId.of(IdProblem.EMPTY);
        }
        if (value.length() > LONGEST) {
            return ParsedId.of(IdProblem.SHAPE);
        }
        if (Rpps.fits(value)) {
            return keyed(new Rpps(value), value.substring(1), keyCheck);
        }
        if (Adeli.fits(value)) {
            return keyed(new Adeli(value), value.substring(1), keyCheck);
        }
        if (Employee.fits(value)) {
            return ParsedId.of(new Employee(value));
        }
        if (TestIdentity.fits(value)) {
            return ParsedId.of(new TestIdentity(value));
        }
        return ParsedId.of(IdProblem.SHAPE);
    }

    private static ParsedId keyed(NationalId id, String number, KeyCheck keyCheck) {
        return keyCheck == KeyCheck.TOLERANT || Luhn.holds(number) ? ParsedId.of(id) : ParsedId.of(IdProblem.KEY);
    }

    private static boolean isEmployee(String value) {
        return value.indexOf('/') >= 0;
    }

    private static String normalize(String text) {
        return BLANK.matcher(text).replaceAll("").toUpperCase(Locale.ROOT);
    }

    static void requireShape(Pattern shape, String value) {
        if (!shape.matcher(value).matches()) {
            throw new IllegalArgumentException("not of the form " + shape.pattern());
        }
    }
}
