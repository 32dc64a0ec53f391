package fr.prosante.keycloak.benchmarks.login;

import java.net.URI;

/**
 * A realm as a relying party sees it.
 *
 * @param url {@code https://localhost:<port>/realms/<name>}
 */
public record Site(URI url) {

    /** A public client that either realm knows. */
    public static final String CLIENT_ID = "bench";

    /** Nobody listens there: the scenarios read the code from the redirect and do not follow it. */
    public static final String CALLBACK = "http://127.0.0.1:9/callback";

    String endpoint(String name) {
        return url + "/protocol/openid-connect/" + name;
    }
}
