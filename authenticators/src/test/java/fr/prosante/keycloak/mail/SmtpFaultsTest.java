package fr.prosante.keycloak.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.prosante.keycloak.mail.HostileSmtp.Step;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.keycloak.email.DefaultEmailSenderProviderFactory;
import org.keycloak.email.EmailException;
import org.keycloak.email.EmailSenderProvider;

/** Keycloak's own sender against a server that fails at each step: what we make of its exceptions. */
final class SmtpFaultsTest {
    private static final String ADDRESS = "marie@example.fr";

    private static void send(int port, Map<String, String> more) throws Exception {
        Map<String, String> smtp =
                new HashMap<>(Map.of("host", "127.0.0.1", "port", String.valueOf(port), "from", "no@example.org"));
        smtp.putAll(more);
        SenderLog.silently(() -> sender().send(smtp, ADDRESS, "subject", "text", "<p>html</p>"));
    }

    private static EmailSenderProvider sender() {
        DefaultEmailSenderProviderFactory factory = new DefaultEmailSenderProviderFactory();
        factory.init(new org.keycloak.Config.SystemPropertiesScope("none."));
        return factory.create(null);
    }

    private static MailOutcome outcome(int port, Map<String, String> more) {
        EmailException failure = catchThrowableOfType(EmailException.class, () -> send(port, more));
        return failure == null ? MailOutcome.HANDED_OVER : MailFailures.of(failure);
    }

    @Test
    void a_server_that_behaves_takes_the_mail() throws Exception {
        try (HostileSmtp server = new HostileSmtp(Step.NEVER, "")) {
            assertThat(outcome(server.port(), Map.of())).isEqualTo(MailOutcome.HANDED_OVER);
            assertThat(server.mails()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void a_server_that_hangs_is_a_timeout(Step step) throws Exception {
        try (HostileSmtp server = new HostileSmtp(step, HostileSmtp.HANG)) {
            assertThat(outcome(server.port(), Map.of("timeout", "300"))).isEqualTo(MailOutcome.TIMEOUT);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NEVER")
    void a_cut_connection_is_unreachable(Step step) throws Exception {
        try (HostileSmtp server = new HostileSmtp(step, HostileSmtp.DROP)) {
            assertThat(outcome(server.port(), Map.of())).isEqualTo(MailOutcome.UNREACHABLE);
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING, 421", "MAIL, 451", "RCPT, 450", "DATA, 451", "DOT, 452"})
    void a_reply_of_four_hundred_is_deferred(Step step, String reply) throws Exception {
        try (HostileSmtp server = new HostileSmtp(step, reply + " 4.3.0 <" + ADDRESS + ">: later")) {
            assertThat(outcome(server.port(), Map.of())).isEqualTo(MailOutcome.DEFERRED);
        }
    }

    @ParameterizedTest
    @CsvSource({"GREETING, 554", "MAIL, 550", "RCPT, 550", "DATA, 554", "DOT, 554"})
    void a_reply_of_five_hundred_is_rejected(Step step, String reply) throws Exception {
        try (HostileSmtp server = new HostileSmtp(step, reply + " 5.1.1 <" + ADDRESS + ">: no")) {
            assertThat(outcome(server.port(), Map.of())).isEqualTo(MailOutcome.REJECTED);
        }
    }

    @Test
    void nobody_listening_is_unreachable() throws Exception {
        assertThat(outcome(freePort(), Map.of())).isEqualTo(MailOutcome.UNREACHABLE);
    }

    @Test
    void no_sender_address_is_unwritable() {
        assertThat(outcome(25, Map.of("from", "nonsense"))).isEqualTo(MailOutcome.UNWRITABLE);
    }

    @Test
    void what_keycloak_logs_about_our_mail_does_not_reach_the_log() throws Exception {
        List<String> logged = new ArrayList<>();
        Handler ear = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                logged.add(String.valueOf(entry.getMessage()));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger services = Logger.getLogger("org.keycloak.services");
        services.addHandler(ear);
        try {
            services.severe("somebody else's");
            SenderLog.silently(() -> services.severe("550 5.1.1 <" + ADDRESS + ">: no"));
            services.severe("the next one");
        } finally {
            services.removeHandler(ear);
        }
        assertThat(logged).containsExactly("somebody else's", "the next one");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
