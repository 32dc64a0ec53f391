package fr.prosante.keycloak.testbed.mail;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import fr.prosante.keycloak.testbed.Html;
import fr.prosante.keycloak.testbed.Loopback;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The mailbox in a browser, and as JSON. */
final class MailboxPages implements AutoCloseable {
    private static final DateTimeFormatter HOUR =
            DateTimeFormatter.ofPattern("dd/MM/yyyy HH:mm:ss", Locale.FRANCE).withZone(ZoneId.of("Europe/Paris"));
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Mailbox mailbox;
    private final HttpServer server;

    private MailboxPages(Mailbox mailbox, HttpServer server) {
        this.mailbox = mailbox;
        this.server = server;
    }

    static MailboxPages start(Mailbox mailbox, int port) {
        try {
            HttpServer http = Loopback.http(port);
            MailboxPages pages = new MailboxPages(mailbox, http);
            http.createContext("/", pages::list);
            http.createContext("/messages", pages::json);
            http.createContext("/message/", pages::view);
            http.start();
            return pages;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("No mailbox page on port " + port, e);
        }
    }

    URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void json(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestMethod().equals("DELETE")) {
                mailbox.clear();
                exchange.sendResponseHeaders(204, -1);
                return;
            }
            Html.send(
                    exchange,
                    200,
                    "application/json",
                    JSON.writeValueAsString(
                            mailbox.mails().stream().map(MailboxPages::fields).toList()));
        }
    }

    private void list(HttpExchange exchange) throws IOException {
        try (exchange) {
            String rows = mailbox.mails().stream()
                    .sorted((one, other) -> other.id() - one.id())
                    .map(MailboxPages::row)
                    .collect(Collectors.joining("\n"));
            String body = rows.isEmpty()
                    ? "<p id=\"empty\">Aucun message pour le moment. <a href=\"/\">Actualiser</a></p>"
                    : "<table><thead><tr><th>Heure</th><th>À</th><th>Objet</th></tr></thead><tbody>" + rows
                            + "</tbody></table>";
            Html.send(exchange, 200, "text/html", Html.page("Messages reçus", body));
        }
    }

    private void view(HttpExchange exchange) throws IOException {
        try (exchange) {
            String[] path = exchange.getRequestURI().getPath().split("/");
            Optional<ReceivedMail> mail = mail(path.length > 2 ? path[2] : "");
            if (mail.isEmpty()) {
                Html.send(exchange, 404, "text/html", Html.page("Message inconnu", "<p><a href=\"/\">Retour</a></p>"));
            } else if (path.length > 3 && path[3].equals("html")) {
                exchange.getResponseHeaders().set("Content-Security-Policy", "sandbox allow-popups; script-src 'none'");
                Html.send(exchange, 200, "text/html", mail.get().html());
            } else {
                Html.send(exchange, 200, "text/html", Html.page(mail.get().subject(), body(mail.get())));
            }
        }
    }

    private Optional<ReceivedMail> mail(String id) {
        return mailbox.mails().stream()
                .filter(mail -> String.valueOf(mail.id()).equals(id))
                .findFirst();
    }

    private static String row(ReceivedMail mail) {
        return String.format(
                Locale.ROOT,
                "<tr data-mail=\"%d\"><td>%s</td><td>%s</td><td><a href=\"/message/%d\">%s</a></td></tr>",
                mail.id(),
                hour(mail.date()),
                to(mail),
                mail.id(),
                Html.escape(mail.subject()));
    }

    private static String body(ReceivedMail mail) {
        String html = mail.html().isEmpty()
                ? ""
                : String.format(
                        Locale.ROOT,
                        "<iframe title=\"Version HTML\" sandbox=\"allow-popups\" src=\"/message/%d/html\"></iframe>",
                        mail.id());
        return String.format(
                Locale.ROOT,
                """
                <p><a href="/">Tous les messages</a></p>
                <dl><dt>De</dt><dd>%s</dd><dt>À</dt><dd>%s</dd><dt>Envoyé</dt><dd>%s</dd></dl>
                %s
                <h2>Version texte</h2>
                <pre id="text">%s</pre>
                """,
                Html.escape(mail.from()),
                to(mail),
                hour(mail.date()),
                html,
                Html.escape(mail.text()));
    }

    private static Map<String, Object> fields(ReceivedMail mail) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("id", mail.id());
        fields.put("from", mail.from());
        fields.put("to", List.copyOf(mail.to()));
        fields.put("subject", mail.subject());
        fields.put("date", mail.date().toString());
        fields.put("text", mail.text());
        fields.put("html", mail.html());
        return fields;
    }

    private static String to(ReceivedMail mail) {
        return Html.escape(String.join(", ", mail.to()));
    }

    private static String hour(Instant instant) {
        return HOUR.format(instant);
    }
}
