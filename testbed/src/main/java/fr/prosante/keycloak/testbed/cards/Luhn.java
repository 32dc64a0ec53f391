package fr.prosante.keycloak.testbed.cards;

/** Completes test numbers by their key; letters A to F of department codes count as 1 to 6. */
final class Luhn {
    private Luhn() {}

    /** With ten digits that begin with 997 or 999, as no real number does. */
    static String rpps(String tenDigits) {
        return "8" + complete(tenDigits);
    }

    /** With eight characters that begin with the test department {@code 0B}. */
    static String adeli(String eightCharacters) {
        return "0" + complete(eightCharacters);
    }

    /** The number with a key that is wrong by one. */
    static String spoiled(String number) {
        int key = Character.digit(number.charAt(number.length() - 1), 10);
        return number.substring(0, number.length() - 1) + (key + 1) % 10;
    }

    private static String complete(String number) {
        int sum = 0;
        for (int i = 0; i < number.length(); i++) {
            char letter = number.charAt(number.length() - 1 - i);
            int digit = Character.isDigit(letter) ? letter - '0' : letter - 'A' + 1;
            int term = i % 2 == 0 ? digit * 2 : digit;
            sum += term > 9 ? term - 9 : term;
        }
        return number + (10 - sum % 10) % 10;
    }
}
