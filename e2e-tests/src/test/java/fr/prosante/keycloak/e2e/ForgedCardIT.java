package fr.prosante.keycloak.e2e;

import static fr.prosante.keycloak.e2e.events.ExpectedEvent.event;
import static fr.prosante.keycloak.e2e.events.ExpectedEvent.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import fr.prosante.keycloak.e2e.browser.Caller;
import fr.prosante.keycloak.e2e.browser.Visitor;
import fr.prosante.keycloak.e2e.browser.Visitors;
import fr.prosante.keycloak.e2e.events.EventLog;
import fr.prosante.keycloak.e2e.pages.Wording;
import fr.prosante.keycloak.e2e.realm.Account;
import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.e2e.server.Story;
import fr.prosante.keycloak.e2e.server.World;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.pki.Pem;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A doctor's certificate is no secret: sent in headers, by whatever name Keycloak may read it, it opens nothing. */
@Story(nodes = 2)
final class ForgedCardIT {

    private static final String PROXY = "127.0.0.1";
    private static final String SOMEBODY = "127.0.0.2";

    @Test
    void headersSentToBothHostsAreRefused(CardBox cards, Visitor attacker, StoryRealm realm, EventLog events)
            throws Exception {
        realm.accounts().create(Account.opened(cards.card("medecin").idNat()));
        attacker.sends(forged(cards.card("medecin").certificate()));

        var end = attacker.choosesCard(attacker.arrives());

        assertThat(end.says(Wording.in(Locale.FRENCH).of("proSanteCardRefusedNoCertificate")))
                .as(end::text)
                .isTrue();
        events.has(refusal("LOGIN_ERROR", "invalid_user_credentials").with("reason", "no_certificate"));
        events.hasNone("LOGIN");
    }

    @Test
    void theDoorIsNotOnTheLoginHost(World world, CardBox cards, Visitor attacker, EventLog events) throws Exception {
        attacker.sends(forged(cards.card("medecin").certificate()));
        var door = attacker.asksForTheDoor(attacker.arrives()).location().orElseThrow();

        var answer = attacker.get(world.testbed().loginUrl().resolve(pathOf(door)));

        assertThat(answer.status()).isEqualTo(404);
        events.hasNone("LOGIN");
    }

    @Test
    void headersSentToKeycloaksOwnPortAreBelievedFromTheProxyAlone(
            World world, CardBox cards, Visitors visitors, StoryRealm realm, EventLog events) throws Exception {
        var card = cards.card("medecin");
        realm.accounts().create(Account.opened(card.idNat()));
        var before = visitors.holderOf(cards.card("carte-revoquee"));
        before.choosesCard(before.arrives());
        var attacker = visitors.another();

        var atTheDoor = calls(SOMEBODY, world, world.testbed().doorUrl(), attacker, card);
        assertThat(atTheDoor.status()).isEqualTo(303);
        var end = attacker.follows(attacker.get(atTheDoor.location().orElseThrow()));
        assertThat(end.says(Wording.in(Locale.FRENCH).of("proSanteCardRefusedNoCertificate")))
                .as(end::text)
                .isTrue();
        var atTheLogin = calls(SOMEBODY, world, world.testbed().loginUrl(), attacker, card);
        assertThat(atTheLogin.status()).isEqualTo(404);
        events.hasNone("LOGIN");

        var reply = calls(PROXY, world, world.testbed().doorUrl(), attacker, card);
        assertThat(attacker.isIn(attacker.get(reply.location().orElseThrow())))
                .as("the same headers from the proxy's address")
                .isTrue();
        events.has(event("LOGIN").with("username", card.idNat()));
    }

    /** Asks Keycloak's own port for the door of a login that was just begun, as the proxy of a host would. */
    private static Caller.Reply calls(String from, World world, URI host, Visitor attacker, Card card)
            throws Exception {
        var headers = asTheProxyOf(host);
        headers.putAll(forged(card.certificate()));
        var door = attacker.asksForTheDoor(attacker.arrives()).location().orElseThrow();
        return Caller.from(from).get(world.testbed().keycloak().url(), pathOf(door), headers);
    }

    private static String pathOf(URI door) {
        return door.getRawPath() + "?" + door.getRawQuery();
    }

    private static Map<String, String> asTheProxyOf(URI host) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Host", host.getAuthority());
        headers.put("X-Forwarded-For", PROXY);
        headers.put("X-Forwarded-Host", host.getAuthority());
        headers.put("X-Forwarded-Port", String.valueOf(host.getPort()));
        headers.put("X-Forwarded-Proto", "https");
        return headers;
    }

    /** Fixed names, and those that Keycloak's guides give for look-ups whose name is free. */
    private static Map<String, String> forged(X509Certificate certificate) throws Exception {
        var base64 = Base64.getEncoder().encodeToString(certificate.getEncoded());
        var pem = Pem.certificate(certificate);
        var escaped = URLEncoder.encode(pem, StandardCharsets.UTF_8).replace("+", "%20");
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Client-Cert", ":" + base64 + ":");
        headers.put("Client-Cert-Chain", ":" + base64 + ":");
        headers.put("X-Forwarded-Client-Cert", "Cert=\"" + escaped + "\"");
        headers.put("X-Forwarded-Tls-Client-Cert", base64);
        headers.put("ssl-client-cert", escaped);
        headers.put("ssl-client-verify", "SUCCESS");
        headers.put("SSL_CLIENT_CERT", pem.replace("\n", " ").strip());
        headers.put("SSL_CLIENT_CERT_CHAIN_0", pem.replace("\n", " ").strip());
        headers.put("X-SSL-CERT", escaped);
        headers.put("X-SSL-Client-Cert", base64);
        headers.put("CERT_CHAIN", base64);
        headers.put("CERT_CHAIN_0", escaped);
        return headers;
    }
}
