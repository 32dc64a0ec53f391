package fr.prosante.keycloak.account;

import fr.prosante.keycloak.outcome.Refusal;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;

/** Why the account step lets nobody in. */
enum AccountRefusal implements Refusal {
    NO_STRONG_PROOF(
            Errors.INVALID_AUTHENTICATION_SESSION, AuthenticationFlowError.INTERNAL_ERROR, "proSanteAccountNoProof"),
    STRONG_PROOF_TOO_OLD(Errors.EXPIRED_CODE, AuthenticationFlowError.EXPIRED_CODE, "proSanteAccountStaleProof"),
    ACCOUNT_DISABLED(Errors.USER_DISABLED, AuthenticationFlowError.USER_DISABLED, "proSanteAccountDisabled");

    private final String eventError;
    private final AuthenticationFlowError flowError;
    private final String messageKey;

    AccountRefusal(String eventError, AuthenticationFlowError flowError, String messageKey) {
        this.eventError = eventError;
        this.flowError = flowError;
        this.messageKey = messageKey;
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
}
