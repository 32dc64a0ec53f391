package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.server.Wallet;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.Optional;

/** Keycloak's own X.509 step: a host that asks everybody for a certificate, and its page « you will be logged in as ». */
public record CertificateLogin(String name, Site site, Wallet wallet) implements Login {

    @Override
    public ChainBuilder steps() {
        return exec(Steps.firstPage(site).check(Steps.action("#kc-x509-login-info")))
                .exec(http("continue")
                        .post("#{action}")
                        .formParam("login", "Continue")
                        .check(Steps.code()))
                .exec(Steps.tokens(site));
    }

    @Override
    public Optional<Wallet> cards() {
        return Optional.of(wallet);
    }
}
