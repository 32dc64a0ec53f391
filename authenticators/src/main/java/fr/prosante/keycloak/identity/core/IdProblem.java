package fr.prosante.keycloak.identity.core;

/** Why a text is not a national identifier. */
public enum IdProblem {
    EMPTY("proSanteIdEmpty"),
    SHAPE("proSanteIdShape"),
    KEY("proSanteIdKey");

    private final String messageKey;

    IdProblem(String messageKey) {
        this.messageKey = messageKey;
    }

    /** The sentence that helps the user; it says nothing about who has an account. */
    public String messageKey() {
        return messageKey;
    }
}
