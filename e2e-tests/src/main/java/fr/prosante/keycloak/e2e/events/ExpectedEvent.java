package fr.prosante.keycloak.e2e.events;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.keycloak.representations.idm.EventRepresentation;

/** What a story expects Keycloak to have recorded: a type, perhaps an error, and the details it cares for. */
public record ExpectedEvent(String type, Optional<String> error, Map<String, String> details, Set<String> absent) {

    public ExpectedEvent {
        details = Map.copyOf(details);
        absent = Set.copyOf(absent);
    }

    /** @param type a name of Keycloak's {@code EventType}, for example {@code LOGIN} */
    public static ExpectedEvent event(String type) {
        return new ExpectedEvent(type, Optional.empty(), Map.of(), Set.of());
    }

    public static ExpectedEvent refusal(String type, String error) {
        return new ExpectedEvent(type, Optional.of(error), Map.of(), Set.of());
    }

    public ExpectedEvent with(String detail, String value) {
        var more = new TreeMap<>(details);
        more.put(detail, value);
        return new ExpectedEvent(type, error, more, absent);
    }

    public ExpectedEvent without(String detail) {
        var more = new TreeSet<>(absent);
        more.add(detail);
        return new ExpectedEvent(type, error, details, more);
    }

    boolean matches(EventRepresentation event) {
        return type.equals(event.getType())
                && error.map(expected -> expected.equals(event.getError())).orElse(true)
                && details.entrySet().stream()
                        .allMatch(detail -> Objects.equals(detailsOf(event).get(detail.getKey()), detail.getValue()))
                && absent.stream().noneMatch(detailsOf(event)::containsKey);
    }

    static Map<String, String> detailsOf(EventRepresentation event) {
        return Optional.ofNullable(event.getDetails()).orElseGet(Map::of);
    }
}
