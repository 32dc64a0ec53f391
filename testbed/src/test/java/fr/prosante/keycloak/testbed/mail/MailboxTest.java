package fr.prosante.keycloak.testbed.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class MailboxTest {
    private final Mailbox mailbox = Mailbox.start(0, 0);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        mailbox.close();
    }

    @Test
    void showsBothPartsToPrograms() throws Exception {
        send("anne@exemple.test", "Votre code", "Code : 123456", "<p>Code&nbsp;: <b>123456</b></p>");
        JsonNode mails = new ObjectMapper().readTree(get(mailbox.json()));
        assertThat(mails).hasSize(1);
        JsonNode mail = mails.get(0);
        assertThat(mail.get("to").get(0).asText()).isEqualTo("anne@exemple.test");
        assertThat(mail.get("subject").asText()).isEqualTo("Votre code");
        assertThat(mail.get("text").asText()).contains("123456");
        assertThat(mail.get("html").asText()).contains("<b>123456</b>");
        assertThat(mail.get("date").asText()).matches("\\d{4}-\\d\\d-\\d\\dT.*Z");
        assertThat(mail.get("id").asInt()).isEqualTo(1);
    }

    @Test
    void showsEscapedMailsToPeople() throws Exception {
        send("jean@exemple.test", "<script>", "Bonjour", "<p>Bonjour</p>");
        assertThat(get(mailbox.page())).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(get(mailbox.page().resolve("/message/1"))).contains("Bonjour");
        assertThat(get(mailbox.page().resolve("/message/1/html"))).contains("<p>Bonjour</p>");
    }

    @Test
    void waitsForMailsOfOneAddress() throws Exception {
        send("autre@exemple.test", "Autre", "x", "x");
        assertThat(mailbox.await("anne@exemple.test", 1, Duration.ofMillis(200)))
                .isEmpty();
        send("anne@exemple.test", "Pour Anne", "x", "x");
        assertThat(mailbox.await("anne@exemple.test", 1, Duration.ofSeconds(5)))
                .hasValueSatisfying(mail -> assertThat(mail.subject()).isEqualTo("Pour Anne"));
    }

    @Test
    void emptiesItself() throws Exception {
        send("anne@exemple.test", "Un", "x", "x");
        client.send(HttpRequest.newBuilder(mailbox.json()).DELETE().build(), HttpResponse.BodyHandlers.discarding());
        assertThat(mailbox.mails()).isEmpty();
    }

    @Test
    void breaksDownAndComesBackAtTheSamePort() throws Exception {
        int port = mailbox.smtpPort();
        mailbox.breakDown();
        assertThatThrownBy(() -> send("anne@exemple.test", "Un", "x", "x")).isInstanceOf(MessagingException.class);
        mailbox.repair();
        assertThat(mailbox.smtpPort()).isEqualTo(port);
        send("anne@exemple.test", "Deux", "x", "x");
        assertThat(mailbox.mails()).hasSize(1);
    }

    private String get(URI address) throws Exception {
        return client.send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.ofString())
                .body();
    }

    private void send(String to, String subject, String text, String html) throws MessagingException {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", String.valueOf(mailbox.smtpPort()));
        MimeMessage message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("ne-pas-repondre@exemple.test"));
        message.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        message.setSubject(subject, "UTF-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "UTF-8");
        MimeBodyPart rich = new MimeBodyPart();
        rich.setContent(html, "text/html; charset=UTF-8");
        message.setContent(new MimeMultipart("alternative", plain, rich));
        Transport.send(message);
    }
}
