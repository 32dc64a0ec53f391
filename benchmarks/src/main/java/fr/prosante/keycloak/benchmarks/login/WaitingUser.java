package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.during;
import static io.gatling.javaapi.core.CoreDsl.pause;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import io.gatling.javaapi.core.ChainBuilder;
import java.time.Duration;

/**
 * Somebody whose code does not come: gives the password, sees that the mail is not yet sent, and asks for the state or
 * for another mail every ten seconds until it is time to go.
 */
public record WaitingUser(String name, Site site, Doctors doctors, Duration patience) implements Login {

    private static final Duration LOOKS_EVERY = Duration.ofSeconds(10);

    @Override
    public ChainBuilder steps() {
        return PasswordPost.firstPage(site, doctors)
                .exec(PasswordPost.post().check(Steps.action("#pro-sante-otp-resend")))
                .exec(during(patience)
                        .on(pause(LOOKS_EVERY)
                                .exec(http("another mail, please")
                                        .post("#{action}")
                                        .formParam("resend", "true")
                                        .check(Steps.action("#pro-sante-otp-resend")))));
    }
}
