package fr.prosante.keycloak.benchmarks.server;

import fr.prosante.keycloak.testbed.cards.Card;
import fr.prosante.keycloak.testbed.cards.CardBox;
import fr.prosante.keycloak.testbed.cards.CardKind;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.net.ssl.KeyManagerFactory;

/** Cards of different doctors, handed out in turn. */
public final class Wallet {

    private final List<String> ids = new ArrayList<>();
    private final List<KeyManagerFactory> keys = new ArrayList<>();

    private Wallet() {}

    /** One card for each doctor of the box that the realm lets in. */
    static Wallet of(CardBox box) {
        Map<String, Card> byId = new LinkedHashMap<>();
        box.cards().stream()
                .filter(card -> card.usable()
                        && card.kind() == CardKind.CPS
                        && card.idNat().startsWith("8"))
                .sorted(Comparator.comparing(Card::name))
                .forEach(card -> byId.putIfAbsent(card.idNat(), card));
        Wallet wallet = new Wallet();
        byId.values().forEach(wallet::add);
        return wallet;
    }

    List<String> ids() {
        return ids;
    }

    /** The card of this virtual user. */
    public KeyManagerFactory keysOf(long user) {
        return keys.get((int) (user % keys.size()));
    }

    private void add(Card card) {
        char[] password = card.pin().toCharArray();
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("card", card.key(), password, card.leaf().chain().toArray(X509Certificate[]::new));
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, password);
            ids.add(card.idNat());
            keys.add(factory);
        } catch (GeneralSecurityException | java.io.IOException e) {
            throw new IllegalStateException("Unreadable card " + card.name(), e);
        }
    }
}
