package fr.prosante.keycloak.card.core;

/** A certificate that does not hold what a card certificate holds; the message names the part, never its content. */
public final class CardFormatException extends Exception {

    CardFormatException(String message) {
        super(message);
    }

    CardFormatException(String message, Throwable cause) {
        super(message, cause);
    }
}
