package fr.prosante.keycloak.card.core.crl;

/** A list that cannot be used; the message is for the log. */
final class CrlException extends Exception {

    CrlException(String message) {
        super(message);
    }

    CrlException(String message, Throwable cause) {
        super(message, cause);
    }
}
