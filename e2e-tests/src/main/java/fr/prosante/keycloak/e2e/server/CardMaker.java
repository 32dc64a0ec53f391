package fr.prosante.keycloak.e2e.server;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardKind;
import fr.prosante.keycloak.testbed.cards.Holder;
import fr.prosante.keycloak.testbed.pki.CardData;
import fr.prosante.keycloak.testbed.pki.Grade;
import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.Leaf;
import fr.prosante.keycloak.testbed.pki.LeafRequest;
import fr.prosante.keycloak.testbed.pki.Subject;
import fr.prosante.keycloak.testbed.pki.Usage;
import fr.prosante.keycloak.testbed.pki.Validity;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Cards that no authority would issue, but for the names on them as good as any in the box. */
public final class CardMaker {

    private static final String PIN = "1234";

    private final HealthPki pki;
    private final Path folder;

    public CardMaker(World world) {
        this(world.testbed().pki(), Build.target("made-cards"));
    }

    /** @param folder where the files of the cards go */
    CardMaker(HealthPki pki, Path folder) {
        this.pki = pki;
        this.folder = folder;
    }

    /** A doctor's card. */
    public Card card(String idNat, String givenName, String familyName) {
        var subject = Subject.french()
                .title("Médecin")
                .givenName(givenName)
                .surname(familyName)
                .commonName(idNat);
        var data = new CardData(
                OptionalInt.of(0),
                Optional.of("8025000001/9912345678"),
                0x80,
                OptionalInt.of(10),
                OptionalInt.empty(),
                List.of("SM26"));
        var leaf = pki.persons(Grade.FORT)
                .issue(new LeafRequest(
                        "medecin",
                        "made-" + idNat,
                        subject,
                        Usage.AUTHENTICATION,
                        Optional.of(idNat.charAt(0) + "." + idNat.substring(1) + "@carte-cps.fr"),
                        data,
                        Validity.current()));
        var holder = new Holder(
                Optional.of(givenName),
                Optional.of(familyName),
                Optional.of("Médecin"),
                Optional.of(10),
                List.of("SM26"),
                Optional.empty());
        return new Card(idNat, idNat, CardKind.CPS, true, kept(idNat, leaf), PIN, idNat, holder, leaf);
    }

    /** A certificate and its key in no card, under a made-up name. */
    public Leaf certificate(String name, Validity validity) {
        var data = new CardData(
                OptionalInt.empty(), Optional.empty(), 0x80, OptionalInt.empty(), OptionalInt.empty(), List.of());
        return pki.persons(Grade.FORT)
                .issue(new LeafRequest(
                        "medecin",
                        name,
                        Subject.french().commonName(name),
                        Usage.AUTHENTICATION,
                        Optional.empty(),
                        data,
                        validity));
    }

    private Path kept(String name, Leaf leaf) {
        try {
            var file = Files.createDirectories(folder).resolve(name + ".p12");
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(name, leaf.key(), PIN.toCharArray(), leaf.chain().toArray(X509Certificate[]::new));
            try (var out = Files.newOutputStream(file)) {
                store.store(out, PIN.toCharArray());
            }
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
