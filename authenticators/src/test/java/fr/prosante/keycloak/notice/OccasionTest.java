package fr.prosante.keycloak.notice;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;

final class OccasionTest {
    @ParameterizedTest
    @CsvSource({
        "LOGIN, , true, false",
        "LOGIN_ERROR, , false, false",
        "UPDATE_CREDENTIAL, password, false, true",
        "UPDATE_CREDENTIAL, otp, false, false",
        "UPDATE_CREDENTIAL, , false, false",
        "UPDATE_CREDENTIAL_ERROR, password, false, false",
        "UPDATE_PASSWORD, password, false, false",
        "CODE_TO_TOKEN, , false, false",
    })
    void each_event_is_told_once_or_not_at_all(
            EventType type, @Nullable String credential, boolean login, boolean password) {
        Event event = new Event();
        event.setType(type);
        if (credential != null) {
            event.setDetails(Map.of("credential_type", credential));
        }
        assertThat(Occasion.LOGIN.isTold(event)).isEqualTo(login);
        assertThat(Occasion.PASSWORD.isTold(event)).isEqualTo(password);
    }

    @ParameterizedTest
    @CsvSource({
        "users/42/reset-password, ACTION, , 42",
        "users/42/reset-password, ACTION, failed, ",
        "users/42, UPDATE, , ",
        "users/42/reset-password-email, ACTION, , ",
        ", ACTION, , ",
    })
    void a_password_set_by_an_administrator_is_told_to_its_owner(
            @Nullable String path, OperationType operation, @Nullable String error, @Nullable String user) {
        AdminEvent event = new AdminEvent();
        event.setResourcePath(path);
        event.setOperationType(operation);
        event.setError(error);
        assertThat(Occasion.PASSWORD.toldUser(event).orElse(null)).isEqualTo(user);
        assertThat(Occasion.LOGIN.toldUser(event)).isEmpty();
    }
}
