package fr.prosante.keycloak.testbed;

import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.crl.CrlServer;
import fr.prosante.keycloak.testbed.front.CardFront;
import fr.prosante.keycloak.testbed.mail.Mailbox;
import fr.prosante.keycloak.testbed.ocsp.OcspResponder;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.ServerTrust;
import fr.prosante.keycloak.testbed.portal.Portal;
import fr.prosante.keycloak.testbed.server.Cluster;
import fr.prosante.keycloak.testbed.server.KeycloakServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.keycloak.admin.client.Keycloak;

/**
 * Keycloak with the bundle and all that a card login needs around it, on loopback. The realm's placeholders get:
 * {@code PRO_SANTE_CARD_DOOR_URL}, {@code PRO_SANTE_CARD_ANCHORS=files}, {@code PRO_SANTE_CARD_ANCHOR_FILES},
 * {@code PRO_SANTE_CARD_CATEGORIES=card##test-card}, {@code PRO_SANTE_SMTP_HOST}, {@code PRO_SANTE_SMTP_PORT}; the portal's client is registered after the import.
 */
public final class Testbed implements AutoCloseable {
    private final TestbedBuilder plan;
    private final Parts parts;

    Testbed(TestbedBuilder plan, Parts parts) {
        this.plan = plan;
        this.parts = parts;
    }

    public static TestbedBuilder builder() {
        return new TestbedBuilder();
    }

    public HealthPki pki() {
        return parts.pki;
    }

    public CardBox cards() {
        return parts.cards;
    }

    public CrlServer crls() {
        return parts.crls;
    }

    public OcspResponder ocsp() {
        return parts.ocsp;
    }

    public Mailbox mailbox() {
        return parts.mailbox;
    }

    public CardFront front() {
        return parts.front;
    }

    public Portal portal() {
        return parts.portal;
    }

    /** The only one, or the first of several. */
    public KeycloakServer keycloak() {
        return cluster().node(1);
    }

    public Cluster cluster() {
        return parts.cluster();
    }

    /** An admin client by way of the front, thus of any node that is up; the caller closes it. */
    public Keycloak adminClient() {
        return Keycloak.getInstance(
                loginUrl().toString(),
                "master",
                KeycloakServer.ADMIN,
                KeycloakServer.ADMIN,
                "admin-cli",
                ServerTrust.in(parts.pki.serverCa()));
    }

    public List<Neighbour> neighbours() {
        return List.copyOf(parts.neighbours);
    }

    /** {@code https://localhost:<port>}. */
    public URI loginUrl() {
        return parts.front.loginUrl();
    }

    /** {@code https://127.0.0.1:<port>}. */
    public URI doorUrl() {
        return parts.front.doorUrl();
    }

    /** {@code https://localhost:<port>/realms/<realm>}. */
    public URI issuer() {
        return parts.issuer;
    }

    public String realm() {
        return plan.realmName;
    }

    /** PEM file of the CA that signs the TLS certificates. */
    public Path serverCa() {
        return parts.serverCa;
    }

    @Override
    public void close() {
        parts.close();
    }
}
