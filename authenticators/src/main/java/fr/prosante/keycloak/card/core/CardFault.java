package fr.prosante.keycloak.card.core;

/** Why a certificate does not open the door; the order is the order of the checks. */
public enum CardFault {
    /** No certificate came with the connection. */
    NO_CERTIFICATE,
    /** Larger than any real certificate, or an algorithm that can be forged. */
    WEAK_OR_OVERSIZED,
    /** No path to an authority of the chosen set. */
    UNKNOWN_ISSUER,
    /** An authority of the set, but one that the administrator did not choose. */
    ISSUER_NOT_ALLOWED,
    NOT_YET_VALID,
    EXPIRED,
    /** The other certificate of the card. */
    SIGNATURE_CERTIFICATE,
    /** Neither the authentication nor the signature certificate of a card. */
    NOT_FOR_AUTHENTICATION,
    /** Made for tests, and tests are not allowed here. */
    TEST_CARD,
    /** A software certificate, or another kind of card than the allowed ones. */
    UNSUPPORTED_CARD,
    POLICY_NOT_ALLOWED,
    REVOKED,
    /** No fresh revocation information of the right authority. */
    CANNOT_TELL,
    /** The identity in the certificate is missing, ambiguous or contradictory. */
    UNREADABLE
}
