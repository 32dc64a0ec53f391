package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.SideBySide;
import fr.prosante.keycloak.benchmarks.login.CardLogin;
import fr.prosante.keycloak.benchmarks.login.CertificateLogin;
import fr.prosante.keycloak.benchmarks.server.Servers;
import fr.prosante.keycloak.benchmarks.server.Wallet;
import java.util.List;

/** A whole login by card through nginx, against Keycloak's X.509 step with the same cards and the same checks. */
final class CardMeasure implements Measure {

    @Override
    public List<Figure> take() {
        try (Servers servers = Servers.withCards()) {
            Wallet wallet = servers.cards();
            SideBySide.Outcome outcome = SideBySide.on(servers.processes())
                    .compare(
                            new CardLogin("card", servers.ourSite(), wallet),
                            new CertificateLogin("stock X.509", servers.stockSite(), wallet));
            return List.of(
                    Figure.of(
                            "card-login-p50",
                            outcome.ours().p50(),
                            outcome.peer().p50(),
                            "ms"),
                    Figure.of(
                            "card-login-p95",
                            outcome.ours().p95(),
                            outcome.peer().p95(),
                            "ms"),
                    Figure.of(
                            "card-login-rate",
                            outcome.ours().rate(),
                            outcome.peer().rate(),
                            "1/s"));
        }
    }
}
