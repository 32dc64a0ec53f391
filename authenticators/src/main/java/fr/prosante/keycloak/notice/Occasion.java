package fr.prosante.keycloak.notice;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.keycloak.events.Details;
import org.keycloak.events.Event;
import org.keycloak.events.EventType;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.UserSessionModel;
import org.keycloak.models.credential.PasswordCredentialModel;

/** What a user is told about. */
enum Occasion {
    /** A session began. */
    LOGIN("proSanteNoticeLogin") {
        @Override
        boolean isTold(Event event) {
            return event.getType() == EventType.LOGIN;
        }

        /** The first event of a session; those of further applications, or of the same one again, come under its id too. */
        @Override
        boolean isNew(Event event, KeycloakSession session) {
            Optional<UserSessionModel> begun = Optional.ofNullable(event.getSessionId())
                    .flatMap(id -> Optional.ofNullable(
                            session.sessions().getUserSession(session.realms().getRealm(event.getRealmId()), id)));
            boolean told = begun.filter(one -> one.getNote(TOLD) != null).isPresent();
            begun.ifPresent(one -> one.setNote(TOLD, "true"));
            return !told;
        }

        @Override
        Optional<String> toldUser(AdminEvent event) {
            return Optional.empty();
        }
    },
    /** The password was changed, by its owner or by an administrator. */
    PASSWORD("proSanteNoticePassword") {
        /** Not UPDATE_PASSWORD, which Keycloak sends beside it for older listeners. */
        @Override
        boolean isTold(Event event) {
            Map<String, String> details =
                    Optional.ofNullable(event.getDetails()).orElse(Map.of());
            return event.getType() == EventType.UPDATE_CREDENTIAL
                    && PasswordCredentialModel.TYPE.equals(details.get(Details.CREDENTIAL_TYPE));
        }

        @Override
        Optional<String> toldUser(AdminEvent event) {
            Matcher path =
                    RESET.matcher(Optional.ofNullable(event.getResourcePath()).orElse(""));
            boolean reset = event.getOperationType() == OperationType.ACTION && event.getError() == null;
            return reset && path.matches() ? Optional.of(path.group(1)) : Optional.empty();
        }
    };

    private static final String TOLD = "pro-sante.notice.told";
    private static final Pattern RESET = Pattern.compile("users/([^/]+)/reset-password");

    private final String key;

    Occasion(String key) {
        this.key = key;
    }

    /** Message key of the subject. */
    String subjectKey() {
        return key + "Subject";
    }

    /** Message key of the sentence: service, hour, application. */
    String sentenceKey() {
        return key + "Sentence";
    }

    abstract boolean isTold(Event event);

    /** Whether the user has not been told of it before. */
    boolean isNew(Event event, KeycloakSession session) {
        return true;
    }

    /** The user whom an administrator's deed is told. */
    abstract Optional<String> toldUser(AdminEvent event);
}
