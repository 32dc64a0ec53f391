package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.CardMaker;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.Pem;
import fr.prosante.keycloak.testbed.pki.Validity;
import fr.prosante.keycloak.testbed.psc.Call;
import fr.prosante.keycloak.testbed.psc.FictivePeople;
import fr.prosante.keycloak.testbed.psc.PscNeighbour;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The service proves itself by a certificate of its own, one per instance. */
@Story
final class PscMutualTlsIT {

    private static final String DOCTOR = FictivePeople.ONE_PRACTICE.idNat();
    private static final String CREATE = "Créer mon compte";

    /** Any key with a certificate will do as the one of the organisation. */
    private static Card organisation(CardBox cards) {
        return cards.card("medecin");
    }

    private static void present(World world, CardBox cards, String file) throws IOException {
        present(world, organisation(cards).leaf(), file);
    }

    private static void present(World world, Leaf leaf, String file) throws IOException {
        var directory = world.testbed().keycloak().home().resolve("conf/pro-sante-connect");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve(file), Pem.key(leaf.key()) + Pem.certificates(leaf.chain()));
    }

    private static void demand(World world, PscNeighbour psc, StoryRealm realm, CardBox cards, boolean secretToo) {
        psc.demandCertificate(
                world.testbed().loginUrl().resolve("/realms/" + realm.name()),
                organisation(cards).idNat(),
                secretToo);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tls-client-auth", "client-secret-basic", "client-secret-post"})
    void isLetInByItsCertificateAloneOrBesideItsSecret(
            String proof, World world, PscNeighbour psc, Visitor visitor, StoryRealm realm, CardBox cards)
            throws IOException {
        present(world, cards, "service.pem");
        demand(world, psc, realm, cards, !proof.equals("tls-client-auth"));
        realm.provider(PscNeighbour.ALIAS, Map.of("clientProof", proof, "clientCertificate", "service.pem"));

        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
    }

    @Test
    void aWarmLoginCallsTwiceOnAConnectionThatIsThere(
            World world, PscNeighbour psc, Visitor visitor, Visitor again, StoryRealm realm, CardBox cards)
            throws IOException {
        present(world, cards, "warm.pem");
        demand(world, psc, realm, cards, true);
        realm.provider(PscNeighbour.ALIAS, Map.of("clientCertificate", "warm.pem"));
        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        psc.simulator().reset();
        var connections = psc.simulator().connections();

        assertThat(again.comesBy(DOCTOR).body()).contains(CREATE);

        assertThat(psc.simulator().calls()).containsExactly(new Call("POST", "token"), new Call("GET", "userinfo"));
        assertThat(psc.simulator().connections()).isEqualTo(connections);
    }

    @Test
    void theEndOfTheCertificateIsAMetric(
            World world, PscNeighbour psc, Visitor visitor, StoryRealm realm, CardBox cards)
            throws IOException, InterruptedException {
        present(world, cards, "measured.pem");
        realm.provider(PscNeighbour.ALIAS, Map.of("clientCertificate", "measured.pem"));
        visitor.comesBy(DOCTOR);

        var metrics = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(
                                        world.testbed().keycloak().management().resolve("/metrics"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString())
                .body();

        var line = metrics.lines()
                .filter(candidate -> candidate.startsWith("prosante_psc_client_certificate_not_after_seconds{"))
                .filter(candidate -> candidate.contains("idp=\"" + PscNeighbour.ALIAS + "\"")
                        && candidate.contains("realm=\"" + realm.name() + "\""))
                .findFirst();
        assertThat(line.map(found -> found.substring(found.lastIndexOf(' ') + 1))
                        .map(Double::parseDouble))
                .hasValue((double) organisation(cards)
                        .certificate()
                        .getNotAfter()
                        .toInstant()
                        .getEpochSecond());
    }

    @ParameterizedTest(name = "{0} days before its end: {1}")
    @CsvSource({"29, 1", "31, 0"})
    void inTheLastThirtyDaysOfTheCertificateTheLogWarns(
            int days, int warnings, World world, PscNeighbour psc, Visitor visitor, Visitor next, StoryRealm realm)
            throws IOException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var ending = new Validity(today.minusYears(1), today.plusDays(days));
        var file = "ends-in-" + days + ".pem";
        present(world, new CardMaker(world).certificate("organisation-" + days, ending), file);
        realm.provider(PscNeighbour.ALIAS, Map.of("clientCertificate", file));
        var mark = world.testbed().keycloak().log().mark();

        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        assertThat(next.comesBy(DOCTOR).body()).contains(CREATE);

        assertThat(world.testbed().keycloak().log().since(mark))
                .filteredOn(line -> line.contains(" WARN ")
                        && line.contains("client certificate of identity provider " + PscNeighbour.ALIAS + " ends on "
                                + ending.to()))
                .hasSize(warnings);
    }

    @Test
    void isRefusedWithoutIt(
            World world, PscNeighbour psc, Visitor visitor, StoryRealm realm, CardBox cards, EventLog events) {
        demand(world, psc, realm, cards, true);

        assertThat(visitor.comesBy(DOCTOR).body()).contains("correctement relié");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_client_refused"));
    }

    @Test
    void aCertificateThatCannotBeUsedIsSaid(
            World world, PscNeighbour psc, Visitor visitor, StoryRealm realm, CardBox cards, EventLog events)
            throws IOException {
        present(world, cards, "broken.pem");
        realm.provider(PscNeighbour.ALIAS, Map.of("clientCertificate", "broken.pem"));
        Files.writeString(
                world.testbed().keycloak().home().resolve("conf/pro-sante-connect/broken.pem"), "not a certificate");

        assertThat(visitor.comesBy(DOCTOR).body()).contains("correctement relié");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_certificate_unusable"));
    }
}
