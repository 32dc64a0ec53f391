package fr.prosante.keycloak.benchmarks.login;

import static io.gatling.javaapi.core.CoreDsl.css;
import static io.gatling.javaapi.core.CoreDsl.feed;
import static io.gatling.javaapi.http.HttpDsl.http;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.load.Stopwatch;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import io.gatling.javaapi.core.ChainBuilder;
import java.net.URI;

/**
 * A login through an identity provider: the same steps with ours and with Keycloak's own. The watch stands still while
 * the browser is at the identity provider; what Keycloak asks of it behind the scenes is timed.
 *
 * @param wallet the identity provider's login page, {@code https://127.0.0.1:<port>/auth}
 */
public record BrokerLogin(String name, Site site, URI wallet, Doctors doctors) implements Login {

    @Override
    public ChainBuilder steps() {
        return feed(doctors.inTurn())
                .exec(Steps.firstPage(site)
                        .check(css("#social-" + PscNeighbour.ALIAS, "href")
                                .transform(href -> site.url().resolve(href).toString())
                                .saveAs("next")))
                .exec(Steps.follow("to the provider"))
                .exec(Stopwatch::stop)
                .exec(Steps.follow("provider: request"))
                .exec(http("provider: page")
                        .get(session -> URI.create(wallet + "/")
                                .resolve(session.getString("next"))
                                .toString())
                        .check(css("input[name=demande]", "value").saveAs("request")))
                .exec(http("provider: card")
                        .post(wallet + "/carte")
                        .formParam("demande", "#{request}")
                        .formParam("carte", "#{id}")
                        .check(Steps.redirect()))
                .exec(Stopwatch::start)
                .exec(http("back").get("#{next}").check(Steps.code()))
                .exec(Steps.tokens(site));
    }
}
