package fr.prosante.keycloak.identity;

import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.Professional;
import fr.prosante.keycloak.proof.Evidence;
import fr.prosante.keycloak.proof.StrongProof;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** The identity attributes that a proof gives, each with its values; an empty list clears the attribute. */
record Identity(NationalId id, Map<String, List<String>> attributes) {

    /**
     * A proof that lacks a name does not clear the one that the person or an administrator gave, and one that says nothing
     * of a profession leaves it: Pro Santé Connect sends some people without any detail.
     */
    static Identity of(StrongProof proof) {
        Professional who = proof.professional();
        Map<String, List<String>> attributes = new LinkedHashMap<>();
        who.familyName().ifPresent(name -> attributes.put(UserModel.LAST_NAME, List.of(name)));
        who.givenName().ifPresent(name -> attributes.put(UserModel.FIRST_NAME, List.of(name)));
        if (who.profession().isPresent()) {
            attributes.put(UserAttributes.PROFESSION_CODE, list(who.professionCode()));
            attributes.put(UserAttributes.PROFESSION, list(who.profession()));
            attributes.put(UserAttributes.SAVOIR_FAIRE_CODE, who.savoirFaireCodes());
            attributes.put(UserAttributes.SAVOIR_FAIRE, who.savoirFaire());
        }
        who.structure().ifPresent(structure -> {
            attributes.put(UserAttributes.STRUCTURE_ID, list(structure.id()));
            attributes.put(UserAttributes.STRUCTURE_NAME, list(structure.name()));
        });
        Optional.ofNullable(proof.evidence().get(Evidence.CARD_NUMBER))
                .ifPresent(number -> attributes.put(UserAttributes.CARD_NUMBER, List.of(number)));
        return new Identity(who.id(), attributes);
    }

    List<Change> writeTo(UserModel user) {
        List<Change> changes = new ArrayList<>();
        writeIds(user, changes);
        attributes.forEach((name, values) -> write(user, name, values, changes));
        return changes;
    }

    /** The identifiers follow the account's name: a card made before the move to RPPS does not take an account back. */
    private void writeIds(UserModel user, List<Change> changes) {
        if (id.username().equals(user.getUsername())) {
            write(user, UserAttributes.NATIONAL_ID, List.of(id.value()), changes);
            write(user, UserAttributes.RPPS, list(id.rpps()), changes);
        }
    }

    private static List<String> list(Optional<String> value) {
        return value.map(List::of).orElse(List.of());
    }

    private static void write(UserModel user, String name, List<String> values, List<Change> changes) {
        List<String> before =
                user.getAttributeStream(name).filter(Objects::nonNull).toList();
        if (before.equals(values)) {
            return;
        }
        if (values.isEmpty()) {
            user.removeAttribute(name);
        } else {
            user.setAttribute(name, values);
        }
        changes.add(new Change(name, before, values));
    }
}
