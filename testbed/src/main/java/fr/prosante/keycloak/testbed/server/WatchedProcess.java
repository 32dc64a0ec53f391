package fr.prosante.keycloak.testbed.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * The processes of a server or proxy, which end with it and with us: a shell holds our end of a pipe and ends the server's process
 * group when the pipe breaks, even if this JVM was killed.
 */
public final class WatchedProcess implements RunningServer {
    private static final String WATCHED = """
            set -m
            exec 3<&0 4>&2 2>/dev/null
            "$@" </dev/null 2>&4 3<&- 4>&- &
            server=$!
            ( while read -r -u 3 _; do :; done; kill -TERM -- -$server; sleep 10; kill -KILL -- -$server ) &
            dog=$!
            trap 'kill -TERM -- -$server' TERM INT
            while kill -0 $server; do wait $server; status=$?; done
            kill -KILL -- -$dog
            exit $status
            """;

    private final Process process;
    private final Thread atExit = new Thread(this::end, "end-server");

    private WatchedProcess(Process process) {
        this.process = process;
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts a command in the foreground of its own process group.
     *
     * @param log file that gets its output
     */
    public static WatchedProcess start(List<String> command, Map<String, String> environment, Path log) {
        List<String> watched = new ArrayList<>(List.of("bash", "-c", WATCHED, "watched"));
        watched.addAll(command);
        ProcessBuilder builder = new ProcessBuilder(watched).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        try {
            return new WatchedProcess(builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException("No server process (is bash installed?)", e);
        }
    }

    @Override
    public boolean alive() {
        return process.isAlive();
    }

    @Override
    public void kill() {
        virtualMachines().forEach(ProcessHandle::destroyForcibly);
        await(5);
    }

    @Override
    public long virtualMachine() {
        return virtualMachines().findFirst().orElseThrow().pid();
    }

    private Stream<ProcessHandle> virtualMachines() {
        return process.descendants()
                .filter(handle -> handle.info().command().orElse("").endsWith("java"));
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException e) {
            // The JVM is ending: the hook runs or has run.
            return;
        }
    }

    private void end() {
        List<ProcessHandle> family = process.descendants().toList();
        try {
            process.getOutputStream().close();
        } catch (IOException e) {
            process.destroy();
        }
        if (!await(12)) {
            process.destroyForcibly();
        }
        family.forEach(ProcessHandle::destroyForcibly);
    }

    private boolean await(int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
