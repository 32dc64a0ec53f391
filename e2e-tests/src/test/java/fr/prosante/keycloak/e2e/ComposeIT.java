package fr.prosante.keycloak.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Answer;
import fr.prosante.keycloak.e2e.browser.Newcomer;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.load.Regulars;
import fr.prosante.keycloak.e2e.load.SteadyLogins;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.server.Build;
import fr.prosante.keycloak.e2e.server.Composed;
import fr.prosante.keycloak.e2e.server.Image;
import fr.prosante.keycloak.e2e.server.Shell;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** {@code docker/compose.yaml} as a whole, with real containers on networks of their own. */
@EnabledIfSystemProperty(named = "prosante.server", matches = "image")
final class ComposeIT {

    private static final String EMAIL = "jeanne.martin@exemple.test";
    private static final List<String> SERVICES = List.of("nginx", "keycloak-1", "keycloak-2", "postgres");

    private static Composed composed;

    @BeforeAll
    static void comesUp() {
        composed = Composed.up();
    }

    @AfterAll
    static void goesAway() {
        composed.close();
    }

    @Test
    void aDoctorComesByCardThenByCodeOverTwoNodesAndStillWhenOneDies() {
        var card = composed.cards().card("medecin");
        var doctor = composed.visitors().holderOf(card);
        var newcomer = new Newcomer(doctor);
        var charter = newcomer.opensAccount(doctor.choosesCard(composed.welcomes(doctor)), EMAIL, Account.PASSWORD);
        assertIn(doctor, newcomer.acceptsCharter(charter));

        loginByCode(card.idNat(), 1);
        assertThat(composed.logs("nginx")).contains(" 172.30.58.21:8080\n", " 172.30.58.22:8080\n");

        composed.kills("keycloak-1");
        loginByCode(card.idNat(), 2);
    }

    @Test
    void aDoctorComesByProSanteConnect() {
        var doctor = composed.visitors().another();
        var wallet = doctor.choosesPsc(composed.welcomes(doctor));
        var account = doctor.follows(
                doctor.showsCard(wallet, composed.cards().card("pharmacien").idNat()));

        var newcomer = new Newcomer(doctor);
        var charter = newcomer.opensAccount(account, "officine@exemple.test", Account.PASSWORD);

        assertIn(doctor, newcomer.acceptsCharter(charter));
    }

    /** A login a second, by card and by code in turn, of people who have one login at a time. */
    @Test
    void aNewImageTakesOverNodeByNodeWhilePeopleLogIn(TestReporter reporter) throws IOException {
        var next = Image.next();
        composed.isMended();
        var logins = SteadyLogins.every(Duration.ofSeconds(1), Regulars.of(composed));

        composed.upgrades(next);

        var tally = logins.endAfter(Duration.ofMinutes(2));
        reporter.publishEntry("Rolling restart", tally.toString());
        Files.writeString(Build.root().resolve("e2e-tests/target/rolling-restart.txt"), tally.toString());
        for (var node : Composed.NODES) {
            assertThat(composed.inspected(node).path("Config").path("Image").asText())
                    .isEqualTo(next);
        }
        assertThat(tally.failed()).isEmpty();
        assertThat(tally.in()).as("logins while nodes were replaced").isGreaterThan(60);
    }

    @Test
    void nobodyIsToldASecret() {
        for (var secret : composed.secrets()) {
            for (var service : SERVICES) {
                assertThat(composed.inspected(service).toString())
                        .as("what Docker tells of %s", service)
                        .doesNotContain(secret);
                assertThat(composed.logs(service)).as("log of %s", service).doesNotContain(secret);
            }
            assertThat(Shell.succeeds("docker", "history", "--no-trunc", Image.NAME))
                    .doesNotContain(secret);
        }
    }

    @Test
    void onlyNginxIsReachableAndOnlyOnTheLoopback() {
        for (var service : SERVICES) {
            var host = composed.inspected(service).path("HostConfig");
            var published = host.path("PortBindings").toString();
            assertThat(published.contains("HostPort")).as(service).isEqualTo(service.equals("nginx"));
            assertThat(host.path("PortBindings").findValuesAsText("HostIp")).allMatch("127.0.0.1"::equals);
        }
    }

    private static void loginByCode(String nationalId, int number) {
        var doctor = composed.visitors().another();
        var codePage = doctor.logsIn(composed.welcomes(doctor), nationalId, Account.PASSWORD);
        assertIn(doctor, doctor.types(codePage, composed.codeFor(EMAIL, number)));
    }

    private static void assertIn(Visitor visitor, Answer end) {
        assertThat(visitor.isIn(end)).as(end::text).isTrue();
    }
}
