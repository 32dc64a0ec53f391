package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.SideBySide;
import fr.prosante.keycloak.benchmarks.login.CodeLogin;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.Servers;
import java.util.List;

/** Password and e-mailed code, against password and time-based code. */
final class CodeMeasure implements Measure {

    @Override
    public List<Figure> take() {
        try (Servers servers = Servers.start()) {
            Doctors doctors = Doctors.of(2000);
            doctors.joinOurs(servers.ours());
            doctors.joinStock(servers.stock(), true);
            SideBySide.Outcome outcome = SideBySide.on(servers.processes())
                    .compare(
                            CodeLogin.mailed("password and code", servers.ourSite(), doctors, servers.relay()),
                            CodeLogin.totp("stock password and TOTP", servers.stockSite(), doctors));
            return List.of(
                    Figure.of(
                            "otp-login-p50",
                            outcome.ours().p50(),
                            outcome.peer().p50(),
                            "ms"),
                    Figure.of(
                            "otp-login-p95",
                            outcome.ours().p95(),
                            outcome.peer().p95(),
                            "ms"));
        }
    }
}
