package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.load.Stopwatch;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.http.HttpRequestActionBuilder;

/** The password up to the page that asks for the second factor; only the POST is timed. */
public record PasswordPost(String name, Site site, Doctors doctors) implements Login {

    @Override
    public ChainBuilder steps() {
        return firstPage(site, doctors).exec(Stopwatch::start).exec(post());
    }

    static ChainBuilder firstPage(Site site, Doctors doctors) {
        return feed(doctors.inTurn())
                .exec(Steps.firstPage(site).check(Steps.action("#kc-form-login")))
                .exec(Stopwatch::stop);
    }

    static HttpRequestActionBuilder post() {
        return http("password")
                .post("#{action}")
                .formParam("username", "#{id}")
                .formParam("password", Doctors.PASSWORD);
    }
}
