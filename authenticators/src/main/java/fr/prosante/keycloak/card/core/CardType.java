package fr.prosante.keycloak.card.core;

import java.util.Arrays;
import java.util.Optional;

/** Types of card, NOS G02, extension 1.2.250.1.71.1.2.2. */
public enum CardType {
    /** Professional. */
    CPS(0),
    /** Professional in training. */
    CPF(1),
    /** Staff of an establishment. */
    CPE(2),
    /** Authorised staff. */
    CPA(3);

    private final int code;

    CardType(int code) {
        this.code = code;
    }

    static Optional<CardType> of(int code) {
        return Arrays.stream(values()).filter(type -> type.code == code).findFirst();
    }
}
