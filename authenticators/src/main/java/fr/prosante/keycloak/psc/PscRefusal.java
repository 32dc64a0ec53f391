package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.outcome.Refusal;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/** Why a login by Pro Santé Connect does not come to its end. */
enum PscRefusal implements Refusal {
    // What the person or Pro Santé Connect itself decided (OAuth error codes of the callback).
    CANCELLED("proSantePscCancelled", Errors.ACCESS_DENIED),
    LOGIN_REQUIRED("proSantePscAgain"),
    INTERACTION_REQUIRED("proSantePscAgain"),
    CONSENT_REQUIRED("proSantePscCancelled", Errors.ACCESS_DENIED),
    PROVIDER_ERROR("proSantePscUnavailable"),
    PROVIDER_UNAVAILABLE("proSantePscUnavailable"),

    // Pro Santé Connect does not answer as it should.
    NO_ANSWER("proSantePscUnavailable"),
    SERVER_ERROR("proSantePscUnavailable"),
    NOT_UNDERSTOOD("proSantePscUnavailable"),
    TOO_LARGE("proSantePscUnavailable"),

    // The service is not set up as Pro Santé Connect expects.
    CLIENT_REFUSED("proSantePscMisconfigured", Errors.INVALID_CLIENT_CREDENTIALS),
    CERTIFICATE_UNUSABLE("proSantePscMisconfigured", Errors.INVALID_CONFIG),

    // The answer cannot be believed.
    STATE_MISSING("proSantePscNotBelieved"),
    CODE_MISSING("proSantePscNotBelieved"),
    REPLAYED("proSantePscAgain"),
    CODE_REFUSED("proSantePscAgain"),
    MIXED_UP("proSantePscNotBelieved"),
    ALGORITHM("proSantePscNotBelieved"),
    SIGNATURE("proSantePscNotBelieved"),
    ISSUER("proSantePscNotBelieved"),
    AUDIENCE("proSantePscNotBelieved"),
    AUTHORIZED_PARTY("proSantePscNotBelieved"),
    EXPIRED("proSantePscAgain"),
    FROM_THE_FUTURE("proSantePscNotBelieved"),
    NONCE("proSantePscNotBelieved"),
    SUBJECT("proSantePscNotBelieved"),
    ACCESS_TOKEN_HASH("proSantePscNotBelieved"),
    USERINFO_REFUSED("proSantePscAgain"),
    SUBJECT_DIFFERS("proSantePscNotBelieved"),
    NUMBER_DIFFERS("proSantePscNotBelieved"),

    // The answer is believed, and not enough.
    ACR_TOO_LOW("proSantePscLevel"),
    ACR_ABSENT("proSantePscLevel"),
    ACR_UNKNOWN("proSantePscLevel"),
    NO_NATIONAL_ID("proSantePscNoNationalId"),
    LINKED_TO_ANOTHER("proSantePscLinkedToAnother"),
    FIRST_ACCOUNT_BY_CARD("proSantePscFirstByCard", Errors.ACCESS_DENIED);

    private final String messageKey;
    private final String eventError;

    PscRefusal(String messageKey) {
        this(messageKey, Errors.IDENTITY_PROVIDER_LOGIN_FAILURE);
    }

    PscRefusal(String messageKey, String eventError) {
        this.messageKey = messageKey;
        this.eventError = eventError;
    }

    @Override
    public String eventError() {
        return eventError;
    }

    @Override
    public AuthenticationFlowError flowError() {
        return AuthenticationFlowError.IDENTITY_PROVIDER_ERROR;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public String reason() {
        return "psc_" + Refusal.super.reason();
    }
}
