package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The JVM of a Keycloak, seen from the system. */
public record ServerProcess(ProcessHandle handle) {

    /** The one that runs in this server's folder. */
    public static ServerProcess of(KeycloakServer server) {
        String home = server.home().toString();
        return ProcessHandle.current()
                .descendants()
                .filter(process -> process.info().command().orElse("").endsWith("java"))
                .filter(process -> process.info().commandLine().orElse("").contains(home))
                .findFirst()
                .map(ServerProcess::new)
                .orElseThrow(() -> new IllegalStateException("No process in " + home));
    }

    /** What it has used so far, of all processors. */
    public Duration processorTime() {
        return handle.info().totalCpuDuration().orElseThrow();
    }

    /** Megabytes on the heap that a full collection leaves. */
    public double liveHeap() throws IOException, InterruptedException {
        jcmd("GC.run");
        String text = jcmd("GC.heap_info");
        java.util.regex.Matcher used =
                java.util.regex.Pattern.compile("used (\\d+)K").matcher(text);
        if (!used.find()) {
            throw new IOException("Unexpected answer of jcmd: " + text);
        }
        return Long.parseLong(used.group(1)) / 1024.0;
    }

    /** Megabytes of memory that the system gave it. */
    public double resident() throws IOException {
        return Files.readAllLines(Path.of("/proc/" + handle.pid() + "/status")).stream()
                        .filter(line -> line.startsWith("VmRSS:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024.0;
    }

    private String jcmd(String command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "jcmd").toString(),
                        Long.toString(handle.pid()),
                        command)
                .redirectErrorStream(true)
                .start();
        String answer = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
            throw new IOException("jcmd " + command + ": " + answer);
        }
        return answer;
    }
}
