package fr.prosante.keycloak.testbed;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Pages of the testbed: one plain look, everything escaped. */
public final class Html {
    private static final String STYLE = """
            body{font:1rem/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1a1a2e}
            table{border-collapse:collapse;width:100%}
            th,td{text-align:left;padding:.4rem .6rem;border-bottom:1px solid #d0d4dc;vertical-align:top;overflow-wrap:anywhere}
            th{overflow-wrap:normal}
            dt{font-weight:600}dd{margin:0 0 .6rem}
            a.action,button{font:inherit;padding:.5rem 1rem;border:0;border-radius:.3rem;background:#174a8b;color:#fff;text-decoration:none}
            iframe{width:100%;height:30rem;border:1px solid #d0d4dc}pre{white-space:pre-wrap;background:#f4f5f8;padding:1rem}
            """;

    private Html() {}

    public static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    /**
     * A whole French page.
     *
     * @param title is escaped
     * @param body is not
     */
    public static String page(String title, String body) {
        return String.format(Locale.ROOT, """
                <!DOCTYPE html>
                <html lang="fr">
                <head><meta charset="UTF-8"><meta name="viewport" content="width=device-width"><title>%s</title><style>%s</style></head>
                <body>
                <main>
                <h1>%s</h1>
                %s
                </main>
                </body>
                </html>
                """, escape(title), STYLE, escape(title), body);
    }

    public static void send(HttpExchange exchange, int status, String type, String content) throws IOException {
        byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type + "; charset=UTF-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
