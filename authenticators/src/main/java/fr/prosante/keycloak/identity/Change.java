package fr.prosante.keycloak.identity;

import fr.prosante.keycloak.proof.StrongProof;
import java.util.List;
import org.keycloak.events.Details;
import org.keycloak.events.EventBuilder;
import org.keycloak.events.EventType;
import org.keycloak.models.UserModel;

/** An attribute whose value a proof changed. */
record Change(String attribute, List<String> before, List<String> after) {

    static void report(List<Change> changes, UserModel user, StrongProof proof, EventBuilder event) {
        EventBuilder update = event.clone()
                .event(EventType.UPDATE_PROFILE)
                .user(user)
                .detail(Details.CONTEXT, proof.method().value());
        changes.forEach(change -> {
            update.detail(Details.PREF_PREVIOUS + change.attribute(), change.before());
            update.detail(Details.PREF_UPDATED + change.attribute(), change.after());
        });
        update.success();
    }
}
