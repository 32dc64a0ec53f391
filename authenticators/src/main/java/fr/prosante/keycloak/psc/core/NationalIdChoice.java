package fr.prosante.keycloak.psc.core;

import fr.prosante.keycloak.identity.core.KeyCheck;
import fr.prosante.keycloak.identity.core.NationalId;
import fr.prosante.keycloak.identity.core.NationalIds;
import fr.prosante.keycloak.identity.core.Rpps;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The national identifiers of a person, the main one first: the RPPS of {@code otherIds}, else {@code SubjectNameID}, else
 * {@code preferred_username}; then every other one, because identifiers change and merge (ADELI to RPPS, RPPS to the
 * UUID of the coming identity platform) and the account made under a former one has to be found again.
 */
public record NationalIdChoice(List<NationalId> ids) {

    private static final String RPPS = "RPPS";

    public NationalIdChoice {
        ids = List.copyOf(ids);
    }

    /** Empty when the person has no identifier that the rules of national identifiers accept. */
    public static NationalIdChoice of(PscPerson person, KeyCheck keyCheck) {
        List<NationalId> rpps = registered(person, keyCheck);
        Set<NationalId> ids = new LinkedHashSet<>();
        Optional<NationalId> subject = person.subjectNameId().flatMap(text -> parse(text, keyCheck));
        // Two RPPS numbers for one person: the one that Pro Santé Connect itself calls the person's comes first.
        subject.filter(rpps::contains).ifPresent(ids::add);
        ids.addAll(rpps);
        subject.ifPresent(ids::add);
        person.preferredUsername().flatMap(text -> parse(text, keyCheck)).ifPresent(ids::add);
        sorted(person).flatMap(id -> parse(id.value(), keyCheck).stream()).forEach(ids::add);
        return new NationalIdChoice(new ArrayList<>(ids));
    }

    public Optional<NationalId> main() {
        return ids.stream().findFirst();
    }

    private static List<NationalId> registered(PscPerson person, KeyCheck keyCheck) {
        return sorted(person)
                .filter(id -> id.origin().equals(RPPS))
                .flatMap(id -> NationalIds.parseTyped(id.value(), keyCheck).id().stream())
                .filter(Rpps.class::isInstance)
                .toList();
    }

    private static Stream<OtherId> sorted(PscPerson person) {
        return person.otherIds().stream().sorted(Comparator.comparingInt(OtherId::quality));
    }

    private static Optional<NationalId> parse(String text, KeyCheck keyCheck) {
        return NationalIds.parseOfficial(text, keyCheck).id();
    }
}
