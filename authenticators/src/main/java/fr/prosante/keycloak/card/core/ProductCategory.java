package fr.prosante.keycloak.card.core;

import java.util.Arrays;
import java.util.Optional;

/** What holds the key, NOS G01, extension 1.2.250.1.71.1.2.5; 0x80 and above are made for tests. */
public enum ProductCategory {
    CARD(0x00),
    SECURITY_MODULE(0x02),
    SOFTWARE(0x03),
    TEST_CARD(0x80),
    TEST_SECURITY_MODULE(0x82),
    TEST_SOFTWARE(0x83);

    private final int code;

    ProductCategory(int code) {
        this.code = code;
    }

    static Optional<ProductCategory> of(int code) {
        return Arrays.stream(values()).filter(category -> category.code == code).findFirst();
    }

    public boolean forTests() {
        return code >= 0x80;
    }

    boolean isCard() {
        return this == CARD || this == TEST_CARD;
    }
}
