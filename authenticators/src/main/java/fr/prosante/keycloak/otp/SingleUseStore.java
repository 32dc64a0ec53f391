package fr.prosante.keycloak.otp;

import fr.prosante.keycloak.otp.core.CodeStore;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.keycloak.models.SingleUseObjectProvider;

/**
 * Keycloak's single-use objects. Claims and removals act at once on all nodes; a write is seen when the transaction
 * commits, which is why {@link CodeDesk} gives each use a short transaction of its own. Never {@code replace}: in the
 * Infinispan implementation it makes the entry immortal.
 */
record SingleUseStore(SingleUseObjectProvider objects) implements CodeStore {
    @Override
    public Optional<Map<String, String>> read(String key) {
        return Optional.ofNullable(objects.get(key));
    }

    @Override
    public void write(String key, Duration lifespan, Map<String, String> values) {
        objects.put(key, lifespan.toSeconds(), values);
    }

    @Override
    public void remove(String key) {
        objects.remove(key);
    }

    @Override
    public boolean claim(String key, Duration lifespan) {
        return objects.putIfAbsent(key, lifespan.toSeconds());
    }
}
