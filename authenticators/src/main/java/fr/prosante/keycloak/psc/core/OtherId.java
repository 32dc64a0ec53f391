package fr.prosante.keycloak.psc.core;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of {@code otherIds}. {@code origin} is the register in upper case ({@code RPPS}, {@code ADELI}, {@code EDIT},
 * {@code FINESS}…); the lower the quality, the nearer to the main identifier.
 */
record OtherId(String value, String origin, int quality) {

    private static final int LAST = 99;

    static Optional<OtherId> read(Claims claims) {
        return claims.text("identifiant")
                .map(value -> new OtherId(
                        value,
                        claims.text("origine").orElse("").toUpperCase(Locale.ROOT),
                        claims.text("qualite").map(OtherId::number).orElse(LAST)));
    }

    Map<String, Object> toClaims() {
        return Map.of("identifiant", value, "origine", origin, "qualite", quality);
    }

    private static int number(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException notANumber) {
            return LAST;
        }
    }
}
