package fr.prosante.keycloak.identity;

/** Names of the user attributes of a professional; all but the address are written by administrators and proofs only. */
public final class UserAttributes {

    public static final String NATIONAL_ID = "nationalId";
    public static final String RPPS = "rpps";
    /** Former ADELI identifiers ({@code 0…}) of the person, by which the account is found too; several values. */
    public static final String ADELI = "adeli";

    public static final String PROFESSION_CODE = "professionCode";
    public static final String PROFESSION = "profession";
    public static final String SAVOIR_FAIRE_CODE = "savoirFaireCode";
    public static final String SAVOIR_FAIRE = "savoirFaire";
    public static final String STRUCTURE_ID = "structureId";
    public static final String STRUCTURE_NAME = "structureName";
    public static final String STREET_ADDRESS = "streetAddress";
    public static final String POSTAL_CODE = "postalCode";
    public static final String LOCALITY = "locality";
    /** When the person last proved who they are by card or Pro Santé Connect, in epoch seconds. */
    public static final String STRONG_AUTH_AT = "strongAuthAt";
    /** {@code card} or {@code psc}. */
    public static final String STRONG_AUTH_METHOD = "strongAuthMethod";

    public static final String CARD_NUMBER = "cardNumber";
    public static final String CHARTER_VERSION = "charterVersion";
    public static final String CHARTER_SHA256 = "charterSha256";
    public static final String CHARTER_LANGUAGE = "charterLanguage";
    /** ISO-8601, UTC. */
    public static final String CHARTER_ACCEPTED_AT = "charterAcceptedAt";

    private UserAttributes() {}
}
