package fr.prosante.keycloak.benchmarks;

import java.util.List;

/** What one name of bench.sh measures. */
@FunctionalInterface
interface Measure {

    /** Starts what it needs, measures, and leaves nothing running. */
    List<Figure> take() throws Exception;
}
