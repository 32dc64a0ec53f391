package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.e2e.realm.StoryRealm;
import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.crl.CrlServer;
import fr.prosante.keycloak.testbed.ocsp.OcspResponder;
import fr.prosante.keycloak.testbed.pki.CertificateAuthority;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import java.nio.file.Path;

/**
 * Issues cards of which Keycloak has never heard, and publishes lists and answers about them at an address of its own:
 * nothing that a node has at hand speaks for them.
 */
public final class NewAuthority implements AutoCloseable {

    private final Path folder;
    private final CrlServer lists;
    private final HealthPki pki;
    private final OcspResponder responder;

    private NewAuthority(Path folder) {
        this.folder = folder;
        this.lists = CrlServer.start(0);
        this.pki = HealthPki.open(folder.resolve("keys"), lists.base());
        lists.publish(pki);
        this.responder = OcspResponder.start(lists, pki.authorities());
    }

    /** @param name decides which keys it has, and must be used once in a test run */
    public static NewAuthority called(String name) {
        return new NewAuthority(Build.target("authorities").resolve(name));
    }

    /** The realm takes its cards, and no others. */
    public NewAuthority isTrustedBy(StoryRealm realm) {
        realm.option(
                "pro-sante-card",
                "anchorFiles",
                pki.writeAnchors(folder.resolve("anchors.pem")).toString());
        return this;
    }

    public Card issues(String idNat) {
        return new CardMaker(pki, folder).card(idNat, "JEANNE", "MARTIN");
    }

    /** The issuer of its cards. */
    public CertificateAuthority ofPersons() {
        return pki.persons(Grade.FORT);
    }

    /** The authority above. */
    public CertificateAuthority root() {
        return pki.root(Grade.FORT);
    }

    public CrlServer lists() {
        return lists;
    }

    public OcspResponder responder() {
        return responder;
    }

    @Override
    public void close() {
        responder.close();
        lists.close();
    }
}
