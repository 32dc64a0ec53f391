package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.header;
import static io.gatling.javaapi.http.HttpDsl.headerRegex;
import static io.gatling.javaapi.http.HttpDsl.http;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.CheckBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** What all logins have in common. The session holds {@code next}, the address to go to, and {@code code}. */
final class Steps {

    private Steps() {}

    /** The first page, as the relying party asks for it. */
    static HttpRequestActionBuilder firstPage(Site site) {
        return http("first page")
                .get(site.endpoint("auth"))
                .queryParam("client_id", Site.CLIENT_ID)
                .queryParam("redirect_uri", Site.CALLBACK)
                .queryParam("response_type", "code")
                .queryParam("scope", "openid");
    }

    /** Where this form goes to. */
    static CheckBuilder action(String form) {
        return css(form, "action").saveAs("action");
    }

    /** Follows the redirect that the last answer gave, to another one. */
    static HttpRequestActionBuilder follow(String name) {
        return http(name).get("#{next}").check(redirect());
    }

    static CheckBuilder redirect() {
        return header("Location").saveAs("next");
    }

    /** The redirect to the relying party. */
    static CheckBuilder code() {
        return headerRegex("Location", "[?&]code=([^&]+)").saveAs("code");
    }

    /** The relying party's call: code for tokens. */
    static ChainBuilder tokens(Site site) {
        return exec(http("tokens")
                .post(site.endpoint("token"))
                .formParam("grant_type", "authorization_code")
                .formParam("client_id", Site.CLIENT_ID)
                .formParam("redirect_uri", Site.CALLBACK)
                .formParam("code", "#{code}"));
    }
}
