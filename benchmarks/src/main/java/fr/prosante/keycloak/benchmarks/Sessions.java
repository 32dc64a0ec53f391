package fr.prosante.keycloak.benchmarks;

import fr.prosante.keycloak.benchmarks.load.Crowd;
import fr.prosante.keycloak.benchmarks.load.Load;
import fr.prosante.keycloak.benchmarks.load.Login;
import fr.prosante.keycloak.benchmarks.login.CardLogin;
import fr.prosante.keycloak.benchmarks.login.PasswordLogin;
import fr.prosante.keycloak.benchmarks.server.Doctors;
import fr.prosante.keycloak.benchmarks.server.ServerProcess;
import fr.prosante.keycloak.benchmarks.server.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.keycloak.admin.client.resource.RealmResource;

/** The live heap of a node with ten thousand sessions, made by real logins: by card, against a stock password login. */
final class Sessions {

    private static final int COUNT = 10_000;
    /** At least 20 logins per second, or it is given up. */
    private static final int MOST_ROUNDS = 34;

    private Sessions() {}

    static Figure weigh(Servers servers) throws IOException, InterruptedException {
        ServerProcess node = servers.processes().get(0);
        Doctors doctors = servers.doctorsWithCheapPasswords();
        Login peer = new PasswordLogin("stock password", servers.stockSite(), doctors);
        double theirs = weigh(node, peer, servers.stock());
        servers.stock().logoutAll();
        double ours = weigh(node, new CardLogin("card", servers.ourSite(), servers.cards()), servers.ours());
        return Figure.of("memory-10k-sessions", ours, theirs, "MB");
    }

    private static double weigh(ServerProcess node, Login login, RealmResource realm)
            throws IOException, InterruptedException {
        Load.warmUp(login, 1, Duration.ofSeconds(5));
        realm.logoutAll();
        double before = node.liveHeap();
        int made = 0;
        for (int round = 0; round < MOST_ROUNDS && made < COUNT; round++) {
            made += Load.run(Crowd.of(login, 6, Duration.ofSeconds(15))).count();
        }
        double heap = node.liveHeap();
        System.out.printf(
                Locale.ROOT,
                "%s: %d sessions, live heap %.1f MB (%.1f before), resident %.0f MB%n",
                login.name(),
                made,
                heap,
                before,
                node.resident());
        // Scaled to what was asked for: the last round goes a little beyond.
        return before + (heap - before) * COUNT / made;
    }
}
