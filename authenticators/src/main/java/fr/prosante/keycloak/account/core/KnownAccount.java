package fr.prosante.keycloak.account.core;

/** What matters of the account that carries the identifier of the proof. */
public record KnownAccount(boolean enabled, boolean hasEmail, boolean hasPassword, boolean hasNames) {

    /** Complete: nothing of the page « Créer mon compte » is missing to come back by password and e-mailed code. */
    boolean complete() {
        return hasEmail && hasPassword && hasNames;
    }
}
