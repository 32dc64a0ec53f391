package fr.prosante.keycloak.account.core;

/** What is wrong with one field of the form, as the key of the sentence that is shown at it. */
public record FieldProblem(String field, String messageKey) {}
