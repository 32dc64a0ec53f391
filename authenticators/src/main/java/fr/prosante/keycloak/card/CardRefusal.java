package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.CardFault;
import fr.prosante.keycloak.outcome.Refusal;
import java.util.Locale;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/** Why the card step refuses. The constants of {@link CardFault} come first, under the same names. */
enum CardRefusal implements Refusal {
    NO_CERTIFICATE,
    WEAK_OR_OVERSIZED,
    UNKNOWN_ISSUER,
    ISSUER_NOT_ALLOWED,
    NOT_YET_VALID,
    EXPIRED,
    SIGNATURE_CERTIFICATE,
    NOT_FOR_AUTHENTICATION,
    TEST_CARD,
    UNSUPPORTED_CARD,
    POLICY_NOT_ALLOWED,
    REVOKED,
    CANNOT_TELL(Errors.GENERIC_AUTHENTICATION_ERROR, AuthenticationFlowError.INTERNAL_ERROR),
    UNREADABLE,
    /** The card came after the ticket's time. */
    TOO_LATE(Errors.EXPIRED_CODE, AuthenticationFlowError.EXPIRED_CODE),
    /** The proof is unknown, used, or of another login. */
    STALE_PROOF(Errors.INVALID_CODE, AuthenticationFlowError.EXPIRED_CODE),
    /** One header is all it would take to be a doctor: see {@link CertificateSource}. */
    PROXY_NOT_TRUSTED(Errors.INVALID_CONFIG, AuthenticationFlowError.INTERNAL_ERROR),
    /** The authorities cannot be read. */
    MISCONFIGURED(Errors.INVALID_CONFIG, AuthenticationFlowError.INTERNAL_ERROR),
    /** Inside a session that is to be confirmed, somebody else shows a card. */
    OTHER_PERSON(Errors.DIFFERENT_USER_AUTHENTICATED, AuthenticationFlowError.USER_CONFLICT),
    USER_DISABLED(Errors.USER_DISABLED, AuthenticationFlowError.USER_DISABLED);

    private final String eventError;
    private final AuthenticationFlowError flowError;

    CardRefusal() {
        this(Errors.INVALID_USER_CREDENTIALS, AuthenticationFlowError.INVALID_CREDENTIALS);
    }

    CardRefusal(String eventError, AuthenticationFlowError flowError) {
        this.eventError = eventError;
        this.flowError = flowError;
    }

    static CardRefusal of(CardFault fault) {
        return valueOf(fault.name());
    }

    @Override
    public String eventError() {
        return eventError;
    }

    @Override
    public AuthenticationFlowError flowError() {
        return flowError;
    }

    /** What happened; with {@code Help} behind it, what the user can do. */
    @Override
    public String messageKey() {
        StringBuilder key = new StringBuilder("proSanteCardRefused");
        for (String word : reason().split("_")) {
            key.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return key.toString();
    }

    String helpKey() {
        return messageKey() + "Help";
    }

    /** The heading: a card that nobody saw, or that is not at fault, was not refused. */
    String titleKey() {
        return switch (this) {
            case NO_CERTIFICATE -> "proSanteCardUnreadTitle";
            case CANNOT_TELL, TOO_LATE, STALE_PROOF, PROXY_NOT_TRUSTED, MISCONFIGURED -> "proSanteCardInterruptedTitle";
            default -> "proSanteCardRefusedTitle";
        };
    }
}
