package fr.prosante.keycloak.psc;

import com.fasterxml.jackson.core.type.TypeReference;
import fr.prosante.keycloak.psc.core.Practice;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.keycloak.sessions.AuthenticationSessionModel;
import org.keycloak.util.JsonSerialization;

/** The practices of the person and the chosen one, as notes of the user session. */
final class PracticeNotes {

    static final String ALL = "pro-sante.practices";
    static final String CHOSEN = "pro-sante.practice";

    private static final int MOST = 50;

    private PracticeNotes() {}

    static void write(AuthenticationSessionModel authSession, List<Practice> practices, Optional<Practice> chosen) {
        authSession.setUserSessionNote(
                ALL, json(practices.stream().limit(MOST).map(Practice::toMap).toList()));
        chosen.ifPresent(practice -> authSession.setUserSessionNote(CHOSEN, json(practice.toMap())));
    }

    static String json(Object value) {
        try {
            return JsonSerialization.writeValueAsString(value);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Practice> all(Optional<String> note) {
        return note.map(text -> read(text, new TypeReference<List<Map<String, String>>>() {})).stream()
                .flatMap(List::stream)
                .map(Practice::fromMap)
                .toList();
    }

    static Optional<Practice> chosen(Optional<String> note) {
        return note.map(text -> read(text, new TypeReference<Map<String, String>>() {}))
                .map(Practice::fromMap);
    }

    private static <T> T read(String text, TypeReference<T> type) {
        try {
            return JsonSerialization.readValue(text, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
