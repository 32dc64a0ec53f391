package fr.prosante.keycloak.account;

import fr.prosante.keycloak.outcome.Refusal;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/** Why the account step lets nobody in. */
enum AccountRefusal implements Refusal {
    NO_PROOF(
            Errors.INVALID_AUTHENTICATION_SESSION,
            AuthenticationFlowError.INTERNAL_ERROR,
            "proSanteAccountNoProof",
            "no_strong_proof"),
    STALE_PROOF(
            Errors.EXPIRED_CODE,
            AuthenticationFlowError.EXPIRED_CODE,
            "proSanteAccountStaleProof",
            "strong_proof_too_old"),
    DISABLED(
            Errors.USER_DISABLED, AuthenticationFlowError.USER_DISABLED, "proSanteAccountDisabled", "account_disabled");

    private final String eventError;
    private final AuthenticationFlowError flowError;
    private final String messageKey;
    private final String reason;

    AccountRefusal(String eventError, AuthenticationFlowError flowError, String messageKey, String reason) {
        this.eventError = eventError;
        this.flowError = flowError;
        this.messageKey = messageKey;
        this.reason = reason;
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
    public String reason() {
        return reason;
    }
}
