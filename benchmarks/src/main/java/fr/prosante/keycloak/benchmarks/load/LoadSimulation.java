package fr.prosante.keycloak.benchmarks.load;

import static io.gatling.javaapi.core.CoreDsl.constantConcurrentUsers;
import static io.gatling.javaapi.core.CoreDsl.exec;
import static io.gatling.javaapi.core.CoreDsl.exitBlockOnFail;
import static io.gatling.javaapi.core.CoreDsl.scenario;
import static io.gatling.javaapi.http.HttpDsl.http;
import static io.gatling.javaapi.http.HttpDsl.status;

import io.gatling.javaapi.core.ChainBuilder;
import io.gatling.javaapi.core.PopulationBuilder;
import io.gatling.javaapi.core.Simulation;
import io.gatling.javaapi.http.HttpProtocolBuilder;
import java.util.List;

/** The crowds of {@link Load}: every virtual user is a new browser that logs in once. */
public final class LoadSimulation extends Simulation {

    public LoadSimulation() {
        List<PopulationBuilder> populations = Load.current().entrySet().stream()
                .map(entry -> population(entry.getKey(), entry.getValue()))
                .toList();
        setUp(populations);
    }

    private static PopulationBuilder population(Crowd crowd, Timings timings) {
        return scenario(crowd.login().name())
                .exec(timed(crowd.login(), timings))
                .injectClosed(
                        constantConcurrentUsers(0).during(crowd.late()),
                        constantConcurrentUsers(crowd.users()).during(crowd.length()))
                .protocols(protocol(crowd.login()));
    }

    private static ChainBuilder timed(Login login, Timings timings) {
        return exec(session -> {
                    timings.begin();
                    return Stopwatch.reset(session);
                })
                .exec(exitBlockOnFail().on(login.steps()))
                .exec(Stopwatch::stop)
                .exec(session -> {
                    if (session.isFailed()) {
                        timings.failed();
                    } else {
                        timings.done(Stopwatch.nanos(session));
                    }
                    return session;
                });
    }

    private static HttpProtocolBuilder protocol(Login login) {
        HttpProtocolBuilder protocol = http.disableWarmUp()
                .disableFollowRedirect()
                .disableCaching()
                // A browser sends the origin of its page, but the last call comes from the relying party's server.
                .disableAutoOrigin()
                .acceptLanguageHeader("fr")
                .check(status().in(200, 302, 303));
        return login.cards()
                .map(cards -> protocol.perUserKeyManagerFactory(cards::keysOf))
                .orElse(protocol);
    }
}
