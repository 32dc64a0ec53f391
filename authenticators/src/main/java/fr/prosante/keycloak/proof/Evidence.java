package fr.prosante.keycloak.proof;

/** Keys of {@link StrongProof#evidence()} that several packages read, and of what events say besides. */
public final class Evidence {

    /** The number of the card, as printed on it. */
    public static final String CARD_NUMBER = "cardNumber";
    /** The type of the card in words, NOS G02. */
    public static final String CARD_TYPE = "cardType";

    /** Event detail: {@code card} or {@code psc}. */
    static final String METHOD = "strongAuthMethod";

    private Evidence() {}
}
