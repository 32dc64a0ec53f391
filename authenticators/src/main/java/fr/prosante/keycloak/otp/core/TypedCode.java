package fr.prosante.keycloak.otp.core;

import java.util.Optional;

/**
 * What was typed into the code field, made comparable: spaces of every kind, dashes and invisible marks that come with
 * pasting are dropped. Digits of other scripts are not translated: a mail in Latin digits was not read, a machine wrote them.
 *
 * @param problem what is wrong with it, if anything
 * @param digits the code's digits when there is no problem, else empty
 */
public record TypedCode(Optional<Problem> problem, String digits) {
    /** What can be wrong with the form of a typed code; none of them is a guess. */
    public enum Problem {
        /** Nothing typed. */
        EMPTY,
        /** Digits of another script, or full-width. */
        OTHER_DIGITS,
        /** Something that is no digit. */
        NOT_DIGITS,
        /** Too many or too few digits. */
        LENGTH
    }

    /** Reads the field; {@code length} digits are expected. */
    public static TypedCode parse(String typed, int length) {
        StringBuilder digits = new StringBuilder();
        boolean other = false;
        boolean foreign = false;
        for (int c : typed.codePoints().toArray()) {
            if (c >= '0' && c <= '9') {
                digits.appendCodePoint(c);
            } else if (Character.isDigit(c)) {
                foreign = true;
            } else if (!ignorable(c)) {
                other = true;
            }
        }
        if (foreign) {
            return wrong(Problem.OTHER_DIGITS);
        }
        if (other) {
            return wrong(Problem.NOT_DIGITS);
        }
        if (digits.isEmpty()) {
            return wrong(Problem.EMPTY);
        }
        return digits.length() == length ? new TypedCode(Optional.empty(), digits.toString()) : wrong(Problem.LENGTH);
    }

    private static boolean ignorable(int c) {
        int type = Character.getType(c);
        return Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || type == Character.DASH_PUNCTUATION
                || type == Character.FORMAT
                || c == 0x2212;
    }

    private static TypedCode wrong(Problem problem) {
        return new TypedCode(Optional.of(problem), "");
    }
}
