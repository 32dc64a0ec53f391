package fr.prosante.keycloak.mail;

import java.util.Locale;

/** What became of a mail. */
public enum MailOutcome {
    /** The mail server took it. */
    HANDED_OVER(false),
    /** Too many mails were waiting; it was never tried. */
    BUSY(false),
    /** There is nobody to send it to: no account, no address, or switched off. */
    UNADDRESSED(false),
    /** The mail could not be written: template, theme or address. */
    UNWRITABLE(false),
    /** No connection to the mail server, or it was cut. */
    UNREACHABLE(true),
    /** The mail server stopped answering. Not tried again: it may have taken the mail. */
    TIMEOUT(false),
    /** The mail server said « later » (4xx). */
    DEFERRED(true),
    /** The mail server said « no » (5xx). */
    REJECTED(false),
    /** No secure connection could be agreed. */
    INSECURE(false),
    /** The mail server does not accept our credentials. */
    CREDENTIALS(false);

    private final boolean worthAnotherTry;

    MailOutcome(boolean worthAnotherTry) {
        this.worthAnotherTry = worthAnotherTry;
    }

    /** Whether the cause may be gone a moment later. */
    boolean worthAnotherTry() {
        return worthAnotherTry;
    }

    /** For event details and metrics. */
    public String reason() {
        return "mail_" + name().toLowerCase(Locale.ROOT);
    }
}
