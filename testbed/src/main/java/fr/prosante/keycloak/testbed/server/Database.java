package fr.prosante.keycloak.testbed.server;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where a server keeps its data. */
public sealed interface Database {

    /** The {@code db} build option. */
    String vendor();

    /**
     * Options of the start command.
     *
     * @param home folder of the server
     */
    Map<String, String> options(Path home);

    /** Gone when the server stops. */
    static Database memory() {
        return new Memory();
    }

    /** In the folder of the server. */
    static Database file() {
        return new InFolder();
    }

    static Database postgres(String url, String user, String password) {
        return new Postgres(url, user, password);
    }

    record Memory() implements Database {
        @Override
        public String vendor() {
            return "dev-mem";
        }

        @Override
        public Map<String, String> options(Path home) {
            return Map.of();
        }
    }

    record InFolder() implements Database {
        @Override
        public String vendor() {
            return "dev-file";
        }

        @Override
        public Map<String, String> options(Path home) {
            return Map.of();
        }
    }

    record Postgres(String url, String user, String password) implements Database {
        @Override
        public String vendor() {
            return "postgres";
        }

        @Override
        public Map<String, String> options(Path home) {
            Map<String, String> options = new LinkedHashMap<>();
            options.put("db-url", url);
            options.put("db-username", user);
            options.put("db-password", password);
            return options;
        }
    }
}
