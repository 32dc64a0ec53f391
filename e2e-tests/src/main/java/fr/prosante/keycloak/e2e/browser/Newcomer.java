package fr.prosante.keycloak.e2e.browser;

import java.util.Map;
import java.util.regex.Pattern;

/** A visitor who opens an account: the two pages that come once only. */
public record Newcomer(Visitor visitor) {

    private static final Pattern STAMP = Pattern.compile("name=\"stamp\" value=\"([^\"]+)\"");

    /** Fills in the account page; what follows is the charter. */
    public Answer opensAccount(Answer accountPage, String email, String password) {
        return visitor.follows(visitor.submits(accountPage, values(email, password)));
    }

    /** Everything a well-behaved person types on that page, by the names of its fields. */
    public static Map<String, String> values(String email, String password) {
        return Map.of(
                "email", email,
                "email-confirm", email,
                "password-new", password,
                "password-confirm", password,
                "streetAddress", "12 rue des Lilas",
                "postalCode", "38000",
                "locality", "Grenoble");
    }

    /** Ticks the box; what follows is the portal. */
    public Answer acceptsCharter(Answer charterPage) {
        var stamp = STAMP.matcher(charterPage.body());
        if (!stamp.find()) {
            throw new AssertionError("No charter on " + charterPage.address() + ":\n" + charterPage.text());
        }
        return visitor.follows(visitor.submits(charterPage, Map.of("stamp", stamp.group(1), "accepted", "on")));
    }
}
