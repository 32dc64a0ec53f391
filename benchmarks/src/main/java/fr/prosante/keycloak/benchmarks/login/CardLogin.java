package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.server.Wallet;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.Optional;

/** Ours: home page, « Carte CPS », the door and back. */
public record CardLogin(String name, Site site, Wallet wallet) implements Login {

    @Override
    public ChainBuilder steps() {
        return exec(Steps.firstPage(site)
                        .check(Steps.action("form[data-ps-door=card]"))
                        .check(css("#ps-door-card", "value").saveAs("execution")))
                .exec(http("card chosen")
                        .post("#{action}")
                        .formParam("authenticationExecution", "#{execution}")
                        .check(Steps.redirect()))
                .exec(Steps.follow("door"))
                .exec(http("back").get("#{next}").check(Steps.code()))
                .exec(Steps.tokens(site));
    }

    @Override
    public Optional<Wallet> cards() {
        return Optional.of(wallet);
    }
}
