package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

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
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
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
    private static final String SECOND = "psc-second";

    /** Any key with a certificate will do as the one of the organisation. */
    private static Card organisation(CardBox cards) {
        return cards.card("medecin");
    }

    private static void present(World world, CardBox cards, String file) throws IOException {
        present(world, organisation(cards).leaf(), file);
    }

    private static void present(World world, Leaf leaf, String file) throws IOException {
        Files.createDirectories(directory(world));
        Files.writeString(directory(world).resolve(file), Pem.key(leaf.key()) + Pem.certificates(leaf.chain()));
    }

    private static Path directory(World world) {
        return world.testbed().keycloak().home().resolve("conf/pro-sante-connect");
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
    void theCertificateAndItsPasswordMayLieInTheVault(
            World world, PscNeighbour psc, Visitor visitor, StoryRealm realm, CardBox cards) throws IOException {
        var card = organisation(cards);
        world.vault().keeps(realm.name(), "psc-certificate", Files.readAllBytes(card.pkcs12()));
        world.vault().keeps(realm.name(), "psc-password", card.pin().getBytes(StandardCharsets.UTF_8));
        demand(world, psc, realm, cards, false);

        realm.provider(
                PscNeighbour.ALIAS,
                Map.of(
                        "clientProof", "tls-client-auth",
                        "clientCertificate", "${vault.psc-certificate}",
                        "clientCertificatePassword", "${vault.psc-password}"));

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

    /** A metric of the client certificates, of one instance. */
    private static double metric(World world, String name, String alias, StoryRealm realm) {
        return world.testbed()
                .keycloak()
                .metrics()
                .sum("prosante_psc_client_certificate_" + name, "idp=\"" + alias + "\",realm=\"" + realm.name() + "\"");
    }

    private static double end(X509Certificate certificate) {
        return certificate.getNotAfter().toInstant().getEpochSecond();
    }

    @Test
    void theEndOfTheCertificateIsAMetricWithoutALoginAndGoesWithTheInstance(
            World world, PscNeighbour psc, StoryRealm realm, CardBox cards) throws IOException {
        present(world, cards, "measured.pem");
        var provider = psc.provider(realm.name(), SECOND);
        provider.getConfig().put("clientCertificate", "measured.pem");
        realm.administered().identityProviders().create(provider).close();

        await().until(() -> metric(world, "not_after_seconds", SECOND, realm)
                == end(organisation(cards).certificate()));
        assertThat(metric(world, "failing", SECOND, realm)).isZero();

        realm.administered().identityProviders().get(SECOND).remove();
        await().until(() -> metric(world, "not_after_seconds", SECOND, realm) == 0);
    }

    @Test
    void aRenewedCertificateTakesThePlaceOfTheFormerOneOnceItCanBeUsed(
            World world,
            PscNeighbour psc,
            Visitor visitor,
            Visitor meanwhile,
            Visitor afterwards,
            StoryRealm realm,
            CardBox cards)
            throws IOException {
        present(world, cards, "renewed.pem");
        demand(world, psc, realm, cards, false);
        realm.provider(
                PscNeighbour.ALIAS, Map.of("clientProof", "tls-client-auth", "clientCertificate", "renewed.pem"));
        assertThat(visitor.comesBy(DOCTOR).body()).contains(CREATE);
        var mark = world.testbed().keycloak().log().mark();

        Files.writeString(directory(world).resolve("renewed.pem"), "not a certificate");
        await().until(() -> metric(world, "failing", PscNeighbour.ALIAS, realm) == 1);
        assertThat(meanwhile.comesBy(DOCTOR).body()).as("with the former one").contains(CREATE);
        assertThat(world.testbed().keycloak().log().since(mark))
                .filteredOn(line -> line.contains(" ERROR ") && line.contains("the one before stays in use"))
                .as("said once")
                .hasSize(1);

        var today = LocalDate.now(ZoneOffset.UTC);
        var renewed =
                new CardMaker(world).certificate("organisation-renewed", new Validity(today, today.plusDays(400)));
        present(world, renewed, "renewed.pem");
        psc.demandCertificate(
                world.testbed().loginUrl().resolve("/realms/" + realm.name()), "organisation-renewed", false);
        await().until(() ->
                metric(world, "not_after_seconds", PscNeighbour.ALIAS, realm) == end(renewed.certificate()));
        assertThat(afterwards.comesBy(DOCTOR).body()).as("with the new one").contains(CREATE);
        assertThat(metric(world, "failing", PscNeighbour.ALIAS, realm)).isZero();
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
        Files.createDirectories(directory(world));
        Files.writeString(directory(world).resolve("broken.pem"), "not a certificate");
        // What a password of the vault protects cannot be tried when the settings are saved.
        realm.provider(
                PscNeighbour.ALIAS,
                Map.of("clientCertificate", "broken.pem", "clientCertificatePassword", "${vault.not-there}"));

        assertThat(visitor.comesBy(DOCTOR).body()).contains("correctement relié");
        events.has(event("IDENTITY_PROVIDER_LOGIN_ERROR").with("reason", "psc_certificate_unusable"));
    }
}
