package fr.prosante.keycloak.testbed.cards;

import java.util.List;
import java.util.Optional;

/**
 * What the certificate tells about its holder.
 *
 * @param title French label of the profession, in the subject
 * @param profession code of table G15
 * @param specialities codes of table R01
 * @param organisation name of the establishment, on cards of employees
 */
public record Holder(
        Optional<String> givenName,
        Optional<String> surname,
        Optional<String> title,
        Optional<Integer> profession,
        List<String> specialities,
        Optional<String> organisation) {

    public Holder {
        specialities = List.copyOf(specialities);
    }
}
