package fr.prosante.keycloak.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.keycloak.models.KeycloakSession;
import org.keycloak.models.SingleUseObjectProvider;

/** What the door found out belongs to one login: one realm, one session, one tab, one execution. */
final class CardReturnTest {

    private static final Binding OWNER = new Binding("realm", "session", "tab", "execution");

    private final KeycloakSession session = with(new KeptObjects());

    @ParameterizedTest
    @CsvSource({
        "realm, session, tab, execution, true",
        "other, session, tab, execution, false",
        "realm, other, tab, execution, false",
        "realm, session, other, execution, false",
        "realm, session, tab, other, false",
    })
    void isGivenOnceAndToItsLoginOnly(String realm, String login, String tab, String execution, boolean given) {
        CardReturn found = new CardReturn(
                OWNER,
                Optional.empty(),
                Optional.of(CardRefusal.EXPIRED),
                Map.of("cardNumber", "8025000001/2600855206"));
        String handle = found.put(session, 60);

        assertThat(CardReturn.take(session, handle, new Binding(realm, login, tab, execution)))
                .isEqualTo(given ? Optional.of(found) : Optional.empty());

        assertThat(CardReturn.take(session, handle, OWNER)).isEmpty();
    }

    private static KeycloakSession with(SingleUseObjectProvider store) {
        return (KeycloakSession) Proxy.newProxyInstance(
                KeycloakSession.class.getClassLoader(),
                new Class<?>[] {KeycloakSession.class},
                (proxy, method, given) -> {
                    if (method.getName().equals("singleUseObjects")) {
                        return store;
                    }
                    throw new UnsupportedOperationException(method.getName());
                });
    }

    /** As the store of one node, without its clock. */
    private static final class KeptObjects implements SingleUseObjectProvider {

        private final Map<String, Map<String, String>> kept = new ConcurrentHashMap<>();

        @Override
        public void put(String key, long seconds, Map<String, String> notes) {
            kept.put(key, notes);
        }

        @Override
        public @Nullable Map<String, String> get(String key) {
            return kept.get(key);
        }

        @Override
        public @Nullable Map<String, String> remove(String key) {
            return kept.remove(key);
        }

        @Override
        public boolean replace(String key, Map<String, String> notes) {
            return kept.replace(key, notes) != null;
        }

        @Override
        public boolean putIfAbsent(String key, long seconds) {
            return kept.putIfAbsent(key, Map.of()) == null;
        }

        @Override
        public boolean contains(String key) {
            return kept.containsKey(key);
        }

        @Override
        public void close() {}
    }
}
