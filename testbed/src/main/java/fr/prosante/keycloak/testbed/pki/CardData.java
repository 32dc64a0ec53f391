package fr.prosante.keycloak.testbed.pki;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The content of the private extensions of a leaf; what is empty is absent from the certificate.
 *
 * @param cardType {@code 1.2.250.1.71.1.2.2}, table G02: 0 CPS, 1 CPF, 2 CDE/CPE, 3 CDA/CPA
 * @param cardNumber {@code 1.2.250.1.71.1.2.3}, issuer number, slash, serial of the card
 * @param category {@code 1.2.250.1.71.1.2.5}, table G01: 0x00 card, 0x80 test card, 0x83 test software
 * @param profession {@code 1.2.250.1.71.1.2.7}, table G15
 * @param futureProfession {@code 1.2.250.1.71.1.2.8}, table G16
 * @param specialities {@code 1.2.250.1.71.4.2.5}, table R01
 */
public record CardData(
        OptionalInt cardType,
        Optional<String> cardNumber,
        int category,
        OptionalInt profession,
        OptionalInt futureProfession,
        List<String> specialities) {

    public CardData {
        specialities = List.copyOf(specialities);
    }
}
