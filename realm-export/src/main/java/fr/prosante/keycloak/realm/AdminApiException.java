package fr.prosante.keycloak.realm;

/** Keycloak refused a request; the message says which, and what it answered. */
final class AdminApiException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    AdminApiException(String message) {
        super(message);
    }
}
