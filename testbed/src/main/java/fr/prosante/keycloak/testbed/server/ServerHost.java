package fr.prosante.keycloak.testbed.server;

import java.nio.file.Path;
import java.util.Map;

/** Where servers run that are no plain processes of this machine, with the bundle in already. */
@FunctionalInterface
public interface ServerHost {

    RunningServer start(Launch launch);

    /**
     * What to start.
     *
     * @param realms folder with the realms to import
     * @param options options of {@code kc.sh start}, without their dashes
     * @param log file that gets its output
     */
    record Launch(Path realms, Map<String, String> options, Map<String, String> environment, Path log) {
        public Launch {
            options = Map.copyOf(options);
            environment = Map.copyOf(environment);
        }
    }
}
