package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.load.SideBySide;
import fr.prosante.keycloak.benchmarks.login.CodeLogin;
import fr.prosante.keycloak.benchmarks.login.PasswordLogin;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.Servers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Password and code on two nodes with one PostgreSQL, and on what is left when one of them is killed, against a stock
 * password login; then what ten thousand sessions weigh.
 */
final class ClusterMeasure implements Measure {

    private static final int USERS = 8;
    private static final Duration WARM_UP = Duration.ofSeconds(12);
    private static final Duration ROUND = Duration.ofSeconds(10);
    private static final int ROUNDS = 2;

    @Override
    public List<Figure> take() throws Exception {
        List<Figure> figures = new ArrayList<>();
        try (Servers servers = Servers.onTwoNodes()) {
            Doctors doctors = Doctors.of(800);
            doctors.joinOurs(servers.ours());
            doctors.joinStock(servers.stock(), false);
            Login ours = CodeLogin.mailed("password and code", servers.ourSite(), doctors, servers.relay());
            Login peer = new PasswordLogin("stock password", servers.stockSite(), doctors);
            figures.add(rate("rate-2-nodes", servers, ours, peer));
            servers.killSecondNode();
            figures.add(rate("rate-1-node", servers, ours, peer));
            figures.add(Sessions.weigh(servers));
        }
        figures.add(Idle.weigh());
        return figures;
    }

    private static Figure rate(String name, Servers servers, Login ours, Login peer) {
        SideBySide.Outcome outcome =
                new SideBySide(servers.processes(), USERS, WARM_UP, ROUND, ROUNDS).compare(ours, peer);
        return Figure.of(name, outcome.ours().rate(), outcome.peer().rate(), "1/s");
    }
}
