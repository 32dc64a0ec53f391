package fr.prosante.keycloak.testbed.psc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jwt.SignedJWT;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulator is as strict as the real one is said to be, and cannot be taken for it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PscSimulatorTest {

    private static final String SERVICE = "https://localhost:8443/realms/x/broker/psc/endpoint";
    private static final String VERIFIER = "a-verifier-that-is-long-enough-for-the-rules-of-pkce-0";

    private PscSimulator simulator;
    private HttpClient client;
    private CardBox cards;

    private record Answer(int status, String location, String body) {}

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        HealthPki pki = HealthPki.open(Path.of("target/keys"), URI.create("http://127.0.0.1:8442/"));
        cards = CardBox.fill(pki, folder);
        simulator = PscSimulator.start(pki.localhost());
        simulator.declare(new PscClient(
                "service",
                Optional.of("secret"),
                Optional.empty(),
                Set.of(SERVICE),
                Set.of(SERVICE + "/logout_response")));
        KeyStore trust = KeyStore.getInstance(KeyStore.getDefaultType());
        trust.load(null, null);
        trust.setCertificateEntry("ca", pki.serverCa());
        TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        managers.init(trust);
        SSLContext tls = SSLContext.getInstance("TLS");
        tls.init(null, managers.getTrustManagers(), null);
        client = HttpClient.newBuilder().sslContext(tls).build();
    }

    @BeforeEach
    void asUsual() {
        simulator.reset();
    }

    @AfterAll
    void stop() {
        simulator.close();
    }

    private Answer send(HttpRequest request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return new Answer(
                answer.statusCode(), answer.headers().firstValue("Location").orElse(""), answer.body());
    }

    private Answer get(URI address) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address).build());
    }

    private Answer post(URI address, Map<String, String> form) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(Urls.query(form)))
                .build());
    }

    private Answer asks(Map<String, String> changes) throws IOException, InterruptedException {
        Map<String, String> request = new LinkedHashMap<>(Map.of(
                "client_id", "service",
                "redirect_uri", SERVICE,
                "response_type", "code",
                "scope", "openid scope_all",
                "state", "s",
                "nonce", "n",
                "code_challenge", Pkce.challenge(VERIFIER),
                "code_challenge_method", "S256"));
        request.putAll(changes);
        return get(URI.create(Urls.with(simulator.authorization().toString(), request)));
    }

    private URI page(String tab) throws IOException, InterruptedException {
        return simulator.authorization().resolve(asks(Map.of()).location() + "&onglet=" + tab);
    }

    private String code() throws IOException, InterruptedException {
        String request = asks(Map.of()).location().replaceAll(".*demande=", "");
        Answer back = post(
                simulator.authorization().resolve("/auth/carte"),
                Map.of("demande", request, "carte", FictivePeople.ONE_PRACTICE.idNat()));
        return back.location().replaceAll(".*[?&]code=([^&]*).*", "$1");
    }

    private Answer redeems(String code, Map<String, String> changes) throws IOException, InterruptedException {
        Map<String, String> form = new LinkedHashMap<>(Map.of(
                "client_id",
                "service",
                "client_secret",
                "secret",
                "grant_type",
                "authorization_code",
                "code",
                code,
                "redirect_uri",
                SERVICE,
                "code_verifier",
                VERIFIER));
        form.putAll(changes);
        return post(simulator.token(), form);
    }

    private static JsonNode json(Answer answer) throws IOException {
        return new ObjectMapper().readTree(answer.body());
    }

    @Test
    void thePhoneTabIsTheOneOfTheSheet() throws IOException, InterruptedException {
        assertThat(get(page("e-cps")).body())
                .contains(
                        "<h1>Connectez-vous</h1>",
                        ">Application e-CPS</a>",
                        "Votre identifiant RPPS</label>",
                        "commence par 8",
                        "Mémoriser mon identifiant sur ce poste</label>",
                        "téléphone",
                        ">SE CONNECTER AVEC E-CPS</button>",
                        "En savoir plus sur la gestion de vos données et vos droits");
    }

    @Test
    void theCardTabIsTheOneOfTheSheetAndHasTheCardsOfTheBox() throws IOException, InterruptedException {
        cards.cards().forEach(card -> simulator.know(CardPeople.of(card)));

        assertThat(get(page("carte")).body())
                .contains(
                        ">Carte CPS</a>",
                        "Firefox",
                        "placez votre carte CPS dans le lecteur approprié et cliquez sur",
                        ">SE CONNECTER AVEC LA CARTE CPS</button>",
                        "En savoir plus sur la gestion de vos données et vos droits")
                .contains(cards.card("pharmacien").idNat());
    }

    @ParameterizedTest
    @CsvSource({"medecin, 10, SM26, MARTIN", "kine, 70, '', KINE", "pharmacien, 21, '', OFFICINE"})
    void aHolderHasTheProfessionOfTheCard(String name, String profession, String savoirFaire, String family) {
        FictivePerson person = CardPeople.of(cards.card(name));

        assertThat(person.idNat()).isEqualTo(cards.card(name).idNat());
        assertThat(person.exercices())
                .singleElement()
                .satisfies(exercice -> assertThat(exercice)
                        .containsEntry("codeProfession", profession)
                        .containsEntry("codeSavoirFaire", savoirFaire)
                        .containsEntry("nomDexercice", family));
    }

    @Test
    void whoseCardNamesNoProfessionHasNoDetails() {
        assertThat(CardPeople.of(cards.card("cpe")).exercices()).isNull();
        assertThat(CardPeople.of(cards.card("medecin-deux-specialites")).exercices())
                .hasSize(2);
    }

    @Test
    void everyPageSaysWhatItIs() throws IOException, InterruptedException {
        for (URI address : List.of(
                page("e-cps"),
                page("carte"),
                simulator.authorization().resolve("/simulateur"),
                simulator.authorization().resolve("/inconnue"),
                simulator.logout())) {
            assertThat(get(address).body())
                    .as(address.toString())
                    .contains("SIMULATEUR – identités fictives. Ce n’est pas Pro Santé Connect.");
        }
    }

    @Test
    void itIsNamedAfterItselfOnTwoHostsOfThisMachine() throws IOException, InterruptedException {
        assertThat(simulator.issuer()).endsWith("/simulateur-wallet").doesNotContain("esante");
        assertThat(simulator.authorization().getHost())
                .isNotEqualTo(simulator.token().getHost());
        assertThat(get(simulator.discovery()).status()).isEqualTo(200);
        assertThat(json(get(simulator.discovery())).get("issuer").asText()).isEqualTo(simulator.issuer());
        assertThat(get(URI.create(simulator.issuer() + "/.well-known/openid-configuration"))
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://login.exemple.fr/endpoint", "https://192.0.2.1/endpoint", "urn:x"})
    void itServesNobodyOutsideOfThisMachine(String address) {
        PscClient stranger = new PscClient("stranger", Optional.of("s"), Optional.empty(), Set.of(address), Set.of());

        assertThatThrownBy(() -> simulator.declare(stranger)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SERVICE + "/",
                SERVICE + "?x=1",
                "https://localhost:8443/realms/x/broker/PSC/endpoint",
                "https://evil.exemple.test/"
            })
    void anAddressThatIsNotTheDeclaredOneToTheLetterGetsNoRedirect(String address)
            throws IOException, InterruptedException {
        Answer answer = asks(Map.of("redirect_uri", address));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.location()).isEmpty();
    }

    @Test
    void aCodeCountsOnceAndForTheOneWhoAsked() throws IOException, InterruptedException {
        assertThat(redeems(code(), Map.of("code_verifier", "another")).status()).isEqualTo(400);
        assertThat(redeems(code(), Map.of("client_secret", "another")).status()).isEqualTo(401);
        assertThat(redeems(code(), Map.of("redirect_uri", SERVICE + "x")).status())
                .isEqualTo(400);
        String code = code();
        assertThat(redeems(code, Map.of()).status()).isEqualTo(200);
        assertThat(json(redeems(code, Map.of())).get("error").asText()).isEqualTo("invalid_grant");
    }

    @Test
    void tokensLiveTwoMinutesAndAreSignedByTheNewestKey() throws Exception {
        JsonNode tokens = json(redeems(code(), Map.of()));
        SignedJWT first = SignedJWT.parse(tokens.get("id_token").asText());
        assertThat(first.getHeader().getAlgorithm().getName()).isEqualTo("RS256");
        assertThat(Duration.between(
                        first.getJWTClaimsSet().getIssueTime().toInstant(),
                        first.getJWTClaimsSet().getExpirationTime().toInstant()))
                .isEqualTo(Duration.ofMinutes(2));

        simulator.rotateKeys();
        SignedJWT second =
                SignedJWT.parse(json(redeems(code(), Map.of())).get("id_token").asText());
        assertThat(second.getHeader().getKeyID()).isNotEqualTo(first.getHeader().getKeyID());
        assertThat(get(simulator.keySet()).body())
                .contains(first.getHeader().getKeyID(), second.getHeader().getKeyID());

        String accessToken = tokens.get("access_token").asText();
        assertThat(userinfo(accessToken)).isEqualTo(200);
        simulator.forward(Duration.ofSeconds(121));
        assertThat(userinfo(accessToken)).isEqualTo(401);
    }

    private int userinfo(String accessToken) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(simulator.userinfo())
                        .header("Authorization", "Bearer " + accessToken)
                        .build())
                .status();
    }

    @Test
    void thePageOfSwitchesSetsWhatProgramsSet() throws IOException, InterruptedException {
        post(
                simulator.authorization().resolve("/simulateur"),
                Map.of("panne", "TOKEN_500", "acr", "eidas3", "delai", "250", "coupure", "on"));

        assertThat(simulator.settings())
                .isEqualTo(new Settings(Fault.TOKEN_500, Optional.of("eidas3"), Duration.ofMillis(250), true));
    }
}
