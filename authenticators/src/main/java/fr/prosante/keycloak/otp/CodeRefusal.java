package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.TypedCode;
import fr.prosante.keycloak.otp.core.Verdict;
import fr.prosante.keycloak.outcome.Refusal;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/** Why the step refuses. */
enum CodeRefusal implements Refusal {
    /** The answer is the one for a wrong code: the lock-out must not be told to the one who caused it. */
    LOCKED_FOR_NOW(
            Errors.USER_TEMPORARILY_DISABLED,
            AuthenticationFlowError.USER_TEMPORARILY_DISABLED,
            Effect.FIELD,
            "proSanteOtpWrong"),
    LOCKED_FOR_GOOD(Errors.USER_DISABLED, AuthenticationFlowError.USER_DISABLED, Effect.FIELD, "proSanteOtpWrong"),

    CLOSED_FOR_CLIENT(Errors.ACCESS_DENIED, AuthenticationFlowError.ACCESS_DENIED, Effect.BARRED, "proSanteOtpClosed"),
    STRONG_AUTH_NEVER(
            Errors.ACCESS_DENIED, AuthenticationFlowError.ACCESS_DENIED, Effect.BARRED, "proSanteOtpStrongAuthNever"),
    STRONG_AUTH_TOO_OLD(
            Errors.ACCESS_DENIED, AuthenticationFlowError.ACCESS_DENIED, Effect.BARRED, "proSanteOtpStrongAuthTooOld"),
    PASSWORD_NEWER(
            Errors.ACCESS_DENIED, AuthenticationFlowError.ACCESS_DENIED, Effect.BARRED, "proSanteOtpPasswordNewer"),
    NO_ADDRESS(Errors.INVALID_EMAIL, AuthenticationFlowError.ACCESS_DENIED, Effect.BARRED, "proSanteOtpNoAddress"),

    STORE_UNAVAILABLE(
            Errors.GENERIC_AUTHENTICATION_ERROR,
            AuthenticationFlowError.INTERNAL_ERROR,
            Effect.NOTHING,
            "proSanteOtpUnavailable"),

    CODE_EMPTY(Errors.INVALID_CODE, AuthenticationFlowError.INVALID_CREDENTIALS, Effect.FIELD, "proSanteOtpEmpty"),
    CODE_OTHER_DIGITS(
            Errors.INVALID_CODE, AuthenticationFlowError.INVALID_CREDENTIALS, Effect.FIELD, "proSanteOtpOtherDigits"),
    CODE_NOT_DIGITS(
            Errors.INVALID_CODE, AuthenticationFlowError.INVALID_CREDENTIALS, Effect.FIELD, "proSanteOtpNotDigits"),
    CODE_LENGTH(Errors.INVALID_CODE, AuthenticationFlowError.INVALID_CREDENTIALS, Effect.FIELD, "proSanteOtpLength"),

    CODE_WRONG(
            Errors.INVALID_USER_CREDENTIALS,
            AuthenticationFlowError.INVALID_CREDENTIALS,
            Effect.COUNTED,
            "proSanteOtpWrong"),
    CODE_SPENT(
            Errors.INVALID_USER_CREDENTIALS,
            AuthenticationFlowError.INVALID_CREDENTIALS,
            Effect.FIELD,
            "proSanteOtpSpent"),
    CODE_NONE(Errors.EXPIRED_CODE, AuthenticationFlowError.EXPIRED_CODE, Effect.FIELD, "proSanteOtpNone"),
    CODE_EXPIRED(Errors.EXPIRED_CODE, AuthenticationFlowError.EXPIRED_CODE, Effect.FIELD, "proSanteOtpExpired"),
    ATTEMPTS_USED_UP(
            Errors.INVALID_USER_CREDENTIALS,
            AuthenticationFlowError.INVALID_CREDENTIALS,
            Effect.COUNTED,
            "proSanteOtpExhausted"),
    ATTEMPTS_OF_DAY_USED_UP(
            Errors.INVALID_USER_CREDENTIALS,
            AuthenticationFlowError.INVALID_CREDENTIALS,
            Effect.COUNTED,
            "proSanteOtpDayExhausted");

    /** What a refusal does. */
    enum Effect {
        /** There is no code to type: the page says what to do instead. */
        BARRED,
        /** The field is shown again. */
        FIELD,
        /** It is as if nobody had asked: whatever was typed or pressed may be once more. */
        NOTHING,
        /** The field is shown again, and the failure counts for Keycloak's brute-force protection. */
        COUNTED
    }

    private final String eventError;
    private final AuthenticationFlowError flowError;
    private final Effect effect;
    private final String messageKey;

    CodeRefusal(String eventError, AuthenticationFlowError flowError, Effect effect, String messageKey) {
        this.eventError = eventError;
        this.flowError = flowError;
        this.effect = effect;
        this.messageKey = messageKey;
    }

    static CodeRefusal malformed(TypedCode.Problem problem) {
        return switch (problem) {
            case EMPTY -> CODE_EMPTY;
            case OTHER_DIGITS -> CODE_OTHER_DIGITS;
            case NOT_DIGITS -> CODE_NOT_DIGITS;
            case LENGTH -> CODE_LENGTH;
        };
    }

    /** The refusal that a verdict means; none for an accepted code. */
    static Optional<CodeRefusal> judged(Verdict verdict) {
        return switch (verdict) {
            case ACCEPTED -> Optional.empty();
            case WRONG -> Optional.of(CODE_WRONG);
            case NONE -> Optional.of(CODE_NONE);
            case EXPIRED -> Optional.of(CODE_EXPIRED);
            case CODE_EXHAUSTED -> Optional.of(ATTEMPTS_USED_UP);
            case DAY_EXHAUSTED -> Optional.of(ATTEMPTS_OF_DAY_USED_UP);
            case SPENT -> Optional.of(CODE_SPENT);
        };
    }

    Effect effect() {
        return effect;
    }

    @Override
    public String eventError() {
        return eventError;
    }

    @Override
    public AuthenticationFlowError flowError() {
        return flowError;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public Optional<String> field() {
        return effect == Effect.FIELD || effect == Effect.COUNTED ? Optional.of(CodePage.FIELD) : Optional.empty();
    }
}
