package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.Crowd;
import fr.prosante.keycloak.benchmarks.load.Load;
import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.load.SideBySide;
import fr.prosante.keycloak.benchmarks.login.BrokerLogin;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.Servers;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import fr.prosante.keycloak.testbed.psc.PscSimulator;
import java.time.Duration;
import java.util.List;

/** What a login by Pro Santé Connect costs the server, against Keycloak's OpenID Connect provider on the same simulator. */
final class PscMeasure implements Measure {

    @Override
    public List<Figure> take() {
        try (Servers servers = Servers.withProSanteConnect()) {
            PscSimulator simulator = servers.proSanteConnect().simulator();
            Doctors doctors = Doctors.of(200);
            doctors.persons().forEach(simulator::know);
            doctors.joinLinked(servers.ours(), PscNeighbour.ALIAS, true);
            doctors.joinLinked(servers.stock(), PscNeighbour.ALIAS, false);
            Login ours = new BrokerLogin("psc", servers.ourSite(), simulator.authorization(), doctors);
            Login peer = new BrokerLogin("stock OIDC", servers.stockSite(), simulator.authorization(), doctors);
            SideBySide.Outcome outcome = SideBySide.on(servers.processes()).compare(ours, peer);
            return List.of(
                    Figure.of(
                            "psc-login-p50",
                            outcome.ours().p50(),
                            outcome.peer().p50(),
                            "ms"),
                    Figure.of(
                            "psc-login-p95",
                            outcome.ours().p95(),
                            outcome.peer().p95(),
                            "ms"),
                    Figure.of(
                            "psc-calls-out", callsPerLogin(simulator, ours), callsPerLogin(simulator, peer), "calls"));
        }
    }

    /** Of a warm server. */
    private static double callsPerLogin(PscSimulator simulator, Login login) {
        simulator.reset();
        int logins = Load.run(Crowd.of(login, 1, Duration.ofSeconds(3))).count();
        return (double) simulator.calls().size() / logins;
    }
}
