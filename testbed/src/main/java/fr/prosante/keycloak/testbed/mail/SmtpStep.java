package fr.prosante.keycloak.testbed.mail;

/** Where in a conversation with a mail server. */
public enum SmtpStep {
    GREETING,
    EHLO,
    MAIL,
    RCPT,
    DATA,
    DOT,
    /** None of them. */
    NEVER
}
