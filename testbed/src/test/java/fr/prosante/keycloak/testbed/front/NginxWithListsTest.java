package fr.prosante.keycloak.testbed.front;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509CRL;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** With revocation lists at nginx, fresh ones of roots and one of each intermediate that is out of date: Keycloak judges. */
final class NginxWithListsTest extends NginxFrontTest {

    private static final String LISTS = "# ssl_crl /etc/nginx/crl/igc-sante.pem;";

    @Override
    CardFront start(CardFront.Plan plan) {
        try {
            // The workers of nginx are nobody in particular, and read its pages.
            Files.setPosixFilePermissions(plan.folder(), PosixFilePermissions.fromString("rwxr-xr-x"));
            Path configuration = plan.folder().resolve("configuration");
            for (Path file : filesOf(plan.configuration())) {
                Path copy = configuration.resolve(plan.configuration().relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
            Path door = configuration.resolve("templates/door.conf.template");
            String text = Files.readString(door);
            assertThat(text).contains(LISTS);
            Files.writeString(door, text.replace(LISTS, "ssl_crl " + lists(plan) + ";"));
            return super.start(new CardFront.Plan(
                    plan.pki(), configuration, plan.folder(), plan.upstreams(), plan.loginPort(), plan.doorPort()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lists(CardFront.Plan plan) throws IOException {
        String text = plan.pki().authorities().stream()
                .map(NginxWithListsTest::list)
                .map(Pem::list)
                .collect(Collectors.joining());
        return Files.writeString(plan.folder().resolve("lists.pem"), text);
    }

    private static X509CRL list(CertificateAuthority authority) {
        Instant now = Instant.now();
        return authority.path().size() == 1
                ? authority.crl()
                : authority.crl(now.minus(Duration.ofDays(9)), now.minus(Duration.ofDays(2)));
    }

    private static List<Path> filesOf(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }
}
