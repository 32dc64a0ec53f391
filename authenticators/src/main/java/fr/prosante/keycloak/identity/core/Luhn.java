package fr.prosante.keycloak.identity.core;

/** The check key of RPPS (ANS, over the 11 digits without the type digit) and of ADELI (letters A to F count 1 to 6). */
final class Luhn {

    private Luhn() {}

    static boolean holds(String number) {
        int sum = 0;
        boolean doubled = false;
        for (int i = number.length() - 1; i >= 0; i--) {
            int digit = digit(number.charAt(i));
            if (digit < 0) {
                return false;
            }
            int term = doubled ? digit * 2 : digit;
            sum += term > 9 ? term - 9 : term;
            doubled = !doubled;
        }
        return sum % 10 == 0;
    }

    private static int digit(char c) {
        if (c >= '0' && c <= '9') {
            return c - '0';
        }
        return c >= 'A' && c <= 'F' ? c - 'A' + 1 : -1;
    }
}
