package fr.prosante.keycloak.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/** Reads out of an exception chain why a mail was not sent. */
final class MailFailures {
    /** A server's reply at the start of a message, or quoted in one about the greeting. */
    private static final Pattern REPLY = Pattern.compile("^([45])\\d\\d[ -]|response: ([45])\\d\\d");

    private static final int DEPTH = 16;

    private MailFailures() {}

    /** Classifies the chain; the innermost cause that tells something wins, because the outer ones only say « failed ». */
    static MailOutcome of(Throwable failure) {
        MailOutcome outcome = MailOutcome.UNWRITABLE;
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < DEPTH; depth++) {
            boolean spoke = cause instanceof MessagingException || cause instanceof IOException;
            MailOutcome vague = spoke && outcome == MailOutcome.UNWRITABLE ? MailOutcome.UNREACHABLE : outcome;
            outcome = told(cause).orElse(vague);
            cause = cause.getCause();
        }
        return outcome;
    }

    private static Optional<MailOutcome> told(Throwable cause) {
        if (cause instanceof AuthenticationFailedException) {
            return Optional.of(MailOutcome.CREDENTIALS);
        }
        if (cause instanceof AddressException) {
            return Optional.of(MailOutcome.UNWRITABLE);
        }
        if (cause instanceof SSLException) {
            return Optional.of(MailOutcome.INSECURE);
        }
        if (cause instanceof InterruptedIOException) {
            return Optional.of(MailOutcome.TIMEOUT);
        }
        return Optional.ofNullable(cause.getMessage()).flatMap(MailFailures::reply);
    }

    private static Optional<MailOutcome> reply(String message) {
        if (message.contains("STARTTLS is required") || message.contains("Could not convert socket to TLS")) {
            return Optional.of(MailOutcome.INSECURE);
        }
        Matcher reply = REPLY.matcher(message);
        if (!reply.find()) {
            return Optional.empty();
        }
        String first = Optional.ofNullable(reply.group(1)).orElseGet(() -> reply.group(2));
        return Optional.of(first.equals("4") ? MailOutcome.DEFERRED : MailOutcome.REJECTED);
    }
}
