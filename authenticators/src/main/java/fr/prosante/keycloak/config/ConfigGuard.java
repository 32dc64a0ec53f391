package fr.prosante.keycloak.config;

import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.keycloak.authentication.Authenticator;
import org.keycloak.events.Event;
import org.keycloak.events.EventListenerProvider;
import org.keycloak.events.admin.AdminEvent;
import org.keycloak.events.admin.OperationType;
import org.keycloak.events.admin.ResourceType;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.AuthenticationExecutionModel;
import org.keycloak.models.AuthenticatorConfigModel;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.RealmModel;
import org.keycloak.services.ErrorResponse;

/**
 * Refuses an authenticator configuration that does not hold when an administrator saves it. Keycloak checks nothing there
 * and swallows what listeners throw, so the refusal is a transaction that fails in the prepare phase: the whole request is
 * rolled back and the console shows the sentence of every problem.
 */
final class ConfigGuard implements EventListenerProvider {

    private final KeycloakSession session;

    ConfigGuard(KeycloakSession session) {
        this.session = session;
    }

    @Override
    public void onEvent(AdminEvent event, boolean includeRepresentation) {
        boolean saved =
                event.getOperationType() == OperationType.CREATE || event.getOperationType() == OperationType.UPDATE;
        if (!saved || event.getResourceType() != ResourceType.AUTHENTICATOR_CONFIG) {
            return;
        }
        RealmModel realm = session.realms().getRealm(event.getRealmId());
        if (realm == null || event.getResourcePath() == null) {
            return;
        }
        List<Problem> problems = executions(
                        realm, Arrays.asList(event.getResourcePath().split("/")))
                .flatMap(execution -> problems(realm, execution))
                .toList();
        if (!problems.isEmpty()) {
            session.getTransactionManager()
                    .enlistPrepare(new Refusing(AdminTexts.of(session).tell(problems)));
        }
    }

    @Override
    public void onEvent(Event event) {}

    /** The executions whose configuration, or which themselves, the path names: {@code …/config/<id>}, {@code …/<id>/config}. */
    private static Stream<AuthenticationExecutionModel> executions(RealmModel realm, List<String> path) {
        return realm.getAuthenticationFlowsStream()
                .flatMap(flow -> realm.getAuthenticationExecutionsStream(flow.getId()))
                .filter(execution ->
                        path.contains(execution.getId()) || path.contains(execution.getAuthenticatorConfig()));
    }

    private Stream<Problem> problems(RealmModel realm, AuthenticationExecutionModel execution) {
        if (execution.getAuthenticator() == null || execution.getAuthenticatorConfig() == null) {
            return Stream.empty();
        }
        AuthenticatorConfigModel config = realm.getAuthenticatorConfigById(execution.getAuthenticatorConfig());
        Map<String, String> values = config == null || config.getConfig() == null ? Map.of() : config.getConfig();
        return configured(execution.getAuthenticator()).stream().flatMap(factory -> factory.problems(values).stream());
    }

    private Optional<Configured> configured(String providerId) {
        return session.getKeycloakSessionFactory().getProviderFactory(Authenticator.class, providerId)
                        instanceof Configured factory
                ? Optional.of(factory)
                : Optional.empty();
    }

    @Override
    public void close() {}

    /** Fails when it is to be committed. */
    private static final class Refusing extends AbstractKeycloakTransaction {

        private final String sentences;

        Refusing(String sentences) {
            this.sentences = sentences;
        }

        @Override
        protected void commitImpl() {
            throw ErrorResponse.error(sentences, Response.Status.BAD_REQUEST);
        }

        @Override
        protected void rollbackImpl() {}
    }
}
