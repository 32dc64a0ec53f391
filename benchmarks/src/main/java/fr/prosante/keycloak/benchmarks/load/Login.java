package fr.prosante.keycloak.benchmarks.load;

import fr.prosante.keycloak.benchmarks.server.Wallet;
import io.gatling.javaapi.core.ChainBuilder;
import java.util.Optional;

/** One way to log in. */
public interface Login {

    String name();

    /** From the first page to the tokens, in the session of a new browser. Built anew for each run, as Gatling wants it. */
    ChainBuilder steps();

    /** The cards that the crowd holds; empty: none. */
    default Optional<Wallet> cards() {
        return Optional.empty();
    }
}
