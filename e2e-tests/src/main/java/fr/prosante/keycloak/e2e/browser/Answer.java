package fr.prosante.keycloak.e2e.browser;

import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Optional;
import java.util.regex.Pattern;

/** A page, or where the browser is sent. */
public record Answer(URI address, int status, Optional<URI> location, Optional<Later> later, String body) {

    private static final Pattern PSC_DOOR = Pattern.compile("href=\"[^\"]*/broker/psc/login[^\"]*\"");
    private static final Pattern TAGS = Pattern.compile("(?s)<(script|style|head)\\b.*?</\\1>|<[^>]*>");

    static Answer of(URI address, HttpResponse<String> answer) {
        return new Answer(
                address,
                answer.statusCode(),
                answer.headers().firstValue("Location").map(address::resolve),
                answer.headers().firstValue("Refresh").flatMap(refresh -> Later.of(address, refresh)),
                answer.body());
    }

    /** Is there a way on by Pro Santé Connect and by password? */
    public boolean offersOtherDoors() {
        return PSC_DOOR.matcher(body).find() && body.contains("id=\"password\"");
    }

    /** What a reader sees. */
    public String text() {
        return readable(TAGS.matcher(body).replaceAll(" "));
    }

    public boolean says(String sentence) {
        return text().contains(readable(sentence));
    }

    private static String readable(String html) {
        return html.replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replaceAll("[\\s\\h]+", " ")
                .strip();
    }
}
