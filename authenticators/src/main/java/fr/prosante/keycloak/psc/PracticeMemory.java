package fr.prosante.keycloak.psc;

import fr.prosante.keycloak.psc.core.Practice;
import java.util.List;
import java.util.Optional;
import org.keycloak.models.UserModel;

/** Which practice the person chose last, on the account. */
final class PracticeMemory {

    /** User attribute; written by this code only. */
    static final String ATTRIBUTE = "practiceKey";

    private PracticeMemory() {}

    /** The only practice, or the one chosen before if the person still has it. */
    static Optional<Practice> current(UserModel user, List<Practice> practices) {
        if (practices.size() == 1) {
            return Optional.of(practices.get(0));
        }
        String remembered = user.getFirstAttribute(ATTRIBUTE);
        return practices.stream()
                .filter(practice -> practice.key().equals(remembered))
                .findFirst();
    }

    static void remember(UserModel user, Practice practice) {
        user.setSingleAttribute(ATTRIBUTE, practice.key());
    }
}
