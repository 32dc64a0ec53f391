package fr.prosante.keycloak.card.core.ocsp;

/** An answer that cannot be used; the message is for the log. */
final class OcspException extends Exception {

    OcspException(String message) {
        super(message);
    }

    OcspException(String message, Throwable cause) {
        super(message, cause);
    }
}
