package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.outcome.Refusal;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;
import org.keycloak.events.Errors;
import org.keycloak.services.messages.Messages;

/** Why a new contact address is not taken. */
enum ContactRefusal implements Refusal {
    NOT_STRONG(Errors.ACCESS_DENIED, "proSanteContactNotStrong"),
    ADDRESS_INVALID(Errors.INVALID_EMAIL, Messages.INVALID_EMAIL),
    ADDRESS_UNCHANGED(Errors.INVALID_EMAIL, "proSanteContactUnchanged"),
    ADDRESS_IN_USE(Errors.EMAIL_IN_USE, Messages.EMAIL_EXISTS);

    private final String eventError;
    private final String messageKey;

    ContactRefusal(String eventError, String messageKey) {
        this.eventError = eventError;
        this.messageKey = messageKey;
    }

    @Override
    public String eventError() {
        return eventError;
    }

    @Override
    public AuthenticationFlowError flowError() {
        return AuthenticationFlowError.ACCESS_DENIED;
    }

    @Override
    public String messageKey() {
        return messageKey;
    }

    @Override
    public Optional<String> field() {
        return this == NOT_STRONG ? Optional.empty() : Optional.of(ContactEmailAction.ADDRESS);
    }
}
