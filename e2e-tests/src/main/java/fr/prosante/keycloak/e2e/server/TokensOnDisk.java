package fr.prosante.keycloak.e2e.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Single-use objects that Infinispan keeps on a disk too, which may go away: it then refuses to write any, and to look for
 * one that it has not in memory, until the disk is back.
 */
public final class TokensOnDisk {

    private static final String GONE = "ISPN000678";
    private static final String BACK = "ISPN000679";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Path index;
    private final Path elsewhere;
    private final SameOrigin place;

    private TokensOnDisk(Path disk, SameOrigin place) {
        this.index = disk.resolve("actionTokens/index");
        this.elsewhere = disk.resolve("elsewhere");
        this.place = place;
    }

    /** A second Keycloak with such a disk. */
    public static TokensOnDisk start(World world) {
        try {
            var disk = Files.createTempDirectory(Files.createDirectories(Build.target("tokens")), "disk-");
            var configuration = Files.writeString(disk.resolve("cache.xml"), """
                    <infinispan xmlns="urn:infinispan:config:16.0">
                      <cache-container name="keycloak">
                        <local-cache name="actionTokens">
                          <persistence availability-interval="100"><file-store path="DISK"/></persistence>
                        </local-cache>
                      </cache-container>
                    </infinispan>
                    """.replace("DISK", disk.toString()));
            return new TokensOnDisk(
                    disk, world.startsWithoutFront(Map.of("cache-config-file", configuration.toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public SameOrigin place() {
        return place;
    }

    public void goesAway() {
        move(index, elsewhere, GONE);
    }

    /** Nothing, when it is there. */
    public void comesBack() {
        if (Files.exists(elsewhere)) {
            move(elsewhere, index, BACK);
        }
    }

    private void move(Path from, Path to, String told) {
        var log = place.keycloak().log();
        var mark = log.mark();
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (log.await(mark, line -> line.contains(told), PATIENCE).isEmpty()) {
            throw new IllegalStateException("Infinispan does not say " + told);
        }
    }
}
