package fr.prosante.keycloak.testbed.cards;

import fr.prosante.keycloak.testbed.pki.HealthPki;
import fr.prosante.keycloak.testbed.pki.Leaf;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;

/** Every card of the testbed, by name. */
public final class CardBox {
    private final List<Card> cards;

    private CardBox(List<Card> cards) {
        this.cards = cards;
    }

    /** Issues every card, writes its PKCS#12 file into the folder and revokes what must be. */
    public static CardBox fill(HealthPki pki, Path folder) {
        List<Recipe> recipes = Recipes.all();
        pki.prepareKeys(recipes.stream().map(recipe -> recipe.name).toList());
        return new CardBox(recipes.stream()
                .map(recipe -> card(recipe, pki, recipes.indexOf(recipe) + 1, folder))
                .toList());
    }

    public List<Card> cards() {
        return cards;
    }

    /** @throws IllegalArgumentException if no card has this name */
    public Card card(String name) {
        return cards.stream()
                .filter(card -> card.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No card is called " + name));
    }

    private static Card card(Recipe recipe, HealthPki pki, int number, Path folder) {
        Leaf leaf = recipe.make(pki, number);
        if (recipe.revoked) {
            recipe.issuer(pki).revoke(leaf.certificate());
        }
        String pin = pin(recipe.name);
        Path file = folder.resolve(recipe.name + ".p12");
        write(file, recipe.description, leaf, pin);
        return new Card(
                recipe.name,
                recipe.idNat,
                recipe.kind,
                recipe.usable,
                file,
                pin,
                recipe.description,
                recipe.holder(),
                leaf);
    }

    /** Four digits that stay the same from one start to the next. */
    private static String pin(String name) {
        CRC32 sum = new CRC32();
        sum.update(name.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%04d", 1000 + sum.getValue() % 9000);
    }

    private static void write(Path file, String alias, Leaf leaf, String pin) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry(alias, leaf.key(), pin.toCharArray(), leaf.chain().toArray(X509Certificate[]::new));
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, pin.toCharArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No PKCS#12 " + file, e);
        }
    }
}
