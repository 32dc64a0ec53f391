package fr.prosante.keycloak.outcome;

import java.util.Locale;
import java.util.Optional;
import org.keycloak.authentication.AuthenticationFlowError;

/**
 * Why a step refuses: implemented by one enum per feature, so that the event error, the outcome of the flow and the
 * message never drift apart.
 */
public interface Refusal {

    /** Event detail that carries {@link #reason()}. */
    String REASON_DETAIL = "reason";

    /** One of {@link org.keycloak.events.Errors}. */
    String eventError();

    AuthenticationFlowError flowError();

    /** Key of the sentence shown to the user. */
    String messageKey();

    /** Of the constant. */
    String name();

    /** The cause for operators, in the event only: the page must not tell it where it would help an attacker. */
    default String reason() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form field the message belongs to, if it belongs to one. */
    default Optional<String> field() {
        return Optional.empty();
    }
}
