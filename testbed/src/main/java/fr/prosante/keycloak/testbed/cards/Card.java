package fr.prosante.keycloak.testbed.cards;

import fr.prosante.keycloak.testbed.pki.Leaf;
import java.nio.file.Path;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;

/**
 * A card as a file.
 *
 * @param name kebab-case, unique in the box
 * @param idNat national id as the common name of a good certificate of this holder would carry it
 * @param usable whether it opens the demo's realm
 * @param pkcs12 the file to import into a browser
 * @param pin its code porteur: four digits, the password of the file
 * @param description a French line for people
 */
public record Card(
        String name,
        String idNat,
        CardKind kind,
        boolean usable,
        Path pkcs12,
        String pin,
        String description,
        Holder holder,
        Leaf leaf) {

    public X509Certificate certificate() {
        return leaf.certificate();
    }

    public PrivateKey key() {
        return leaf.key();
    }
}
