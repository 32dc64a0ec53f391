package fr.prosante.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.keycloak.email.EmailException;

final class MailFailuresTest {
    static Stream<Arguments> failures() {
        return Stream.of(
                arguments(new MessagingException("Could not connect", new ConnectException("refused")), "UNREACHABLE"),
                arguments(new MessagingException("Could not connect", new SocketTimeoutException("slow")), "TIMEOUT"),
                arguments(
                        new MessagingException("Exception reading response", new SocketException("reset")),
                        "UNREACHABLE"),
                arguments(new MessagingException("[EOF]"), "UNREACHABLE"),
                arguments(new MessagingException("Could not connect, port: 25, response: 421"), "DEFERRED"),
                arguments(new MessagingException("Could not connect, port: 25, response: 554"), "REJECTED"),
                arguments(new SendFailedException("451 4.7.1 greylisted"), "DEFERRED"),
                arguments(
                        new SendFailedException("Invalid Addresses", new MessagingException("550 5.1.1 who?")),
                        "REJECTED"),
                arguments(
                        new SendFailedException("Invalid Addresses", new MessagingException("450-4.2.0 later")),
                        "DEFERRED"),
                arguments(new AuthenticationFailedException("535 5.7.8 no"), "CREDENTIALS"),
                arguments(new AddressException("Illegal address"), "UNWRITABLE"),
                arguments(
                        new MessagingException("Could not convert socket to TLS", new SSLHandshakeException("PKIX")),
                        "INSECURE"),
                arguments(new MessagingException("STARTTLS is required but host does not support it"), "INSECURE"),
                arguments(new IllegalStateException("something"), "UNWRITABLE"));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void the_cause_is_told_by_the_innermost_exception_that_knows(Exception cause, MailOutcome outcome) {
        assertThat(MailFailures.of(new RuntimeException(new EmailException("Error when sending", cause))))
                .isEqualTo(outcome);
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_mail_the_server_may_have_taken_is_not_sent_twice(Exception cause, MailOutcome outcome) {
        boolean again = MailFailures.of(cause).worthAnotherTry();
        assertThat(again).isEqualTo(outcome == MailOutcome.UNREACHABLE || outcome == MailOutcome.DEFERRED);
    }
}
