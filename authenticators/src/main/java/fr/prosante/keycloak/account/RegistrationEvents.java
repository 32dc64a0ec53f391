package fr.prosante.keycloak.account;

import fr.prosante.keycloak.outcome.Refusal;
import fr.prosante.keycloak.proof.StrongProof;
import java.util.List;
import java.util.stream.Collectors;
import org.keycloak.events.Details;
import org.keycloak.events.Errors;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;
import org.keycloak.models.utils.FormMessage;

/** REGISTER events of their own; the event of the running login is left as it is. */
final class RegistrationEvents {

    private static final String COMPLETED = "completed_account_of_administrator";

    private final EventBuilder login;
    private final StrongProof proof;

    RegistrationEvents(EventBuilder login, StrongProof proof) {
        this.login = login;
        this.proof = proof;
    }

    /** Without the address, which Keycloak's own registration writes down: events outlive it. */
    void registered(UserModel user) {
        register().user(user).success();
    }

    /** The account was there, so it is no registration; what the person added is. */
    void completed(UserModel user) {
        register()
                .event(EventType.UPDATE_PROFILE)
                .user(user)
                .detail(Refusal.REASON_DETAIL, COMPLETED)
                .success();
    }

    /** The fields in error, not what was typed into them. */
    void refused(List<FormMessage> errors) {
        boolean taken = errors.stream().map(FormMessage::getMessage).anyMatch(FormRules.EMAIL_TAKEN::equals);
        register()
                .detail(
                        Refusal.REASON_DETAIL,
                        errors.stream().map(FormMessage::getField).distinct().collect(Collectors.joining(" ")))
                .error(taken ? Errors.EMAIL_IN_USE : Errors.INVALID_REGISTRATION);
    }

    private EventBuilder register() {
        EventBuilder event = login.clone().event(EventType.REGISTER);
        proof.tell(event);
        return event.detail(Details.REGISTER_METHOD, proof.method().value())
                .detail(Details.USERNAME, proof.professional().id().username());
    }
}
