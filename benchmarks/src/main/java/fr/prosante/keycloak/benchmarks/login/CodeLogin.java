package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.Relay;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.Session;
import java.util.function.Function;

/**
 * Password, then a code of six digits.
 *
 * @param form the form of the second page
 * @param field its field
 * @param code how this person knows the code; Gatling takes a function to objects and nothing narrower
 */
public record CodeLogin(
        String name, Site site, Doctors doctors, String form, String field, Function<Session, Object> code)
        implements Login {

    /** Ours: the code is in the mail, which the relay has when the page is shown. */
    public static CodeLogin mailed(String name, Site site, Doctors doctors, Relay relay) {
        return new CodeLogin(
                name, site, doctors, "#pro-sante-otp-form", "code", session -> relay.code(session.getString("email")));
    }

    /** Keycloak's own: the code is computed from the secret that the person enrolled. */
    public static CodeLogin totp(String name, Site site, Doctors doctors) {
        return new CodeLogin(
                name, site, doctors, "#kc-otp-login-form", "otp", session -> doctors.totp(session.getString("id")));
    }

    @Override
    public ChainBuilder steps() {
        return feed(doctors.inTurn())
                .exec(Steps.firstPage(site).check(Steps.action("#kc-form-login")))
                .exec(PasswordPost.post().check(Steps.action(form)))
                .exec(http("code").post("#{action}").formParam(field, code).check(Steps.code()))
                .exec(Steps.tokens(site));
    }
}
