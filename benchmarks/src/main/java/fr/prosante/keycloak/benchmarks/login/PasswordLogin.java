package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.feed;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import io.gatling.javaapi.core.ChainBuilder;

/** Keycloak's own: a password and nothing else. */
public record PasswordLogin(String name, Site site, Doctors doctors) implements Login {

    @Override
    public ChainBuilder steps() {
        return feed(doctors.inTurn())
                .exec(Steps.firstPage(site).check(Steps.action("#kc-form-login")))
                .exec(PasswordPost.post().check(Steps.code()))
                .exec(Steps.tokens(site));
    }
}
