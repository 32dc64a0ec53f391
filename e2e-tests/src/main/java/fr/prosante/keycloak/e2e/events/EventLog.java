package fr.prosante.keycloak.e2e.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.representations.idm.EventRepresentation;

/** The user events of the story's realm, as an administrator reads them. */
public final class EventLog {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RealmResource realm;

    public EventLog(RealmResource realm) {
        this.realm = realm;
    }

    /** Waits for an event: the page may be there before its event is readable. */
    public void has(ExpectedEvent expected) {
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all()).as(this::told).anyMatch(expected::matches, "matches " + expected));
    }

    public void hasNone(String type) {
        assertThat(all()).as(this::told).noneMatch(event -> type.equals(event.getType()));
    }

    /** None of them holds this value, whatever for. */
    public void holdNowhere(String value) {
        assertThat(all())
                .as(this::told)
                .noneMatch(event -> ExpectedEvent.detailsOf(event).containsValue(value));
    }

    /** How many of a kind were recorded until now. */
    public long count(ExpectedEvent expected) {
        return all().stream().filter(expected::matches).count();
    }

    private List<EventRepresentation> all() {
        return realm.getEvents(null, null, null, null, null, null, 0, 5000);
    }

    private String told() {
        var lines = new StringBuilder("the events, newest first:");
        all().stream()
                .limit(100)
                .forEach(event -> lines.append("\n  ")
                        .append(event.getType())
                        .append(' ')
                        .append(event.getError())
                        .append(' ')
                        .append(ExpectedEvent.detailsOf(event)));
        return lines.append('\n').toString();
    }
}
