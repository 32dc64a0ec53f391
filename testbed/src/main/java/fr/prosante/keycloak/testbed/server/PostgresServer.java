package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Debian's PostgreSQL with a folder and a loopback port of its own, empty at first and gone when closed. It insists on not
 * being root: where we are, it runs as the user that its package brings.
 */
public final class PostgresServer implements AutoCloseable {
    private static final Path VERSIONS = Path.of("/usr/lib/postgresql");
    private static final String USER = "keycloak";
    /** initdb makes this one. */
    private static final String DATABASE = "postgres";

    private static final String SYSTEM_USER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path programs;
    private final Path folder;
    private final Path log;
    private final int port = Ports.free();
    private final String password = UUID.randomUUID().toString();
    private WatchedProcess process;

    private PostgresServer(Path programs, Path log) throws IOException {
        this.programs = programs;
        this.log = log;
        // Not in the project: the way to a folder of root is barred to others.
        this.folder = Files.createTempDirectory("pro-sante-postgres-");
        Path secret = Files.writeString(folder.resolve("password"), password);
        giveAway(folder, secret);
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + USER,
                "--pwfile=" + secret,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C.UTF-8",
                "--no-sync");
        this.process = launch();
    }

    public static boolean installed() {
        return programs().isPresent();
    }

    /**
     * Starts one.
     *
     * @param log file that gets its output
     */
    public static PostgresServer start(Path log) {
        try {
            Path programs = programs()
                    .orElseThrow(() -> new IllegalStateException("PostgreSQL is missing: apt-get install postgresql"));
            return new PostgresServer(programs, log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As a server of Keycloak is told of it. */
    public Database database() {
        return Database.postgres("jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE, USER, password);
    }

    /** Everything that is stored, as SQL. */
    public String dump() {
        return run("pg_dump", "--host=127.0.0.1", "--port=" + port, "--username=" + USER, "--inserts", DATABASE);
    }

    /** Down and up again with the same data; its clients' connections are cut. */
    public void restart() {
        goesDown();
        comesBack();
    }

    /** Cuts its clients' connections and takes no new ones, until it comes back. */
    public void goesDown() {
        if (process.alive()) {
            run("pg_ctl", "stop", "--pgdata=" + data(), "--mode=fast");
        }
        process.close();
    }

    /** With the data it had; nothing happens where it is up. */
    public void comesBack() {
        if (!process.alive()) {
            process = launch();
        }
    }

    @Override
    public void close() {
        goesDown();
        Folders.discard(folder);
    }

    private WatchedProcess launch() {
        List<String> command = asUser("postgres", "-D", data().toString(), "-k", folder.toString(), "-h", "127.0.0.1");
        command.addAll(List.of("-p", String.valueOf(port), "-c", "max_connections=200"));
        // Nobody needs these data after a power cut.
        command.addAll(List.of("-c", "fsync=off", "-c", "full_page_writes=off", "-c", "synchronous_commit=off"));
        WatchedProcess started = WatchedProcess.start(command, Map.of(), log);
        Instant end = Instant.now().plus(PATIENCE);
        while (!ready()) {
            if (!started.alive() || Instant.now().isAfter(end)) {
                started.close();
                throw new IllegalStateException("PostgreSQL did not become ready:\n" + new ServerLog(log).tail(20));
            }
            Pause.millis(50);
        }
        return started;
    }

    private boolean ready() {
        return execute(List.of(
                                programs.resolve("pg_isready").toString(),
                                "--host=127.0.0.1",
                                "--port=" + port,
                                "--quiet"))
                        .status()
                == 0;
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String run(String program, String... words) {
        Ended ended = execute(asUser(program, words));
        if (ended.status() != 0) {
            throw new IllegalStateException(program + " failed:\n" + ended.output());
        }
        return ended.output();
    }

    private Ended execute(List<String> command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.directory(folder.toFile());
            builder.environment().put("PGPASSWORD", password);
            Process started = builder.start();
            String output = new String(started.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Ended(started.waitFor(), output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private List<String> asUser(String program, String... words) {
        List<String> command = new ArrayList<>();
        if (isRoot()) {
            command.addAll(List.of("setpriv", "--reuid=" + SYSTEM_USER, "--regid=" + SYSTEM_USER, "--clear-groups"));
        }
        command.add(programs.resolve(program).toString());
        command.addAll(List.of(words));
        return command;
    }

    private static void giveAway(Path... files) throws IOException {
        if (!isRoot()) {
            return;
        }
        for (Path file : files) {
            UserPrincipal owner =
                    file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(SYSTEM_USER);
            Files.setOwner(file, owner);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }

    /** Of the newest version. */
    private static Optional<Path> programs() {
        if (!Files.isDirectory(VERSIONS)) {
            return Optional.empty();
        }
        try (Stream<Path> versions = Files.list(VERSIONS)) {
            return versions.map(version -> version.resolve("bin"))
                    .filter(bin -> Files.isExecutable(bin.resolve("initdb")))
                    .max(Comparator.naturalOrder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Ended(int status, String output) {}
}
