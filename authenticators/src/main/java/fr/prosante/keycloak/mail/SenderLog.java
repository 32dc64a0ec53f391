package fr.prosante.keycloak.mail;

import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.Logger;

/**
 * Keeps Keycloak's sender quiet about our mails. It logs every failure with the mail server's reply at ERROR, and servers
 * repeat the recipient's address in their replies (« 550 5.1.1 &lt;…&gt; »). The failure itself is told by us, without the
 * address: as outcome, event and metric, and in full at DEBUG.
 */
final class SenderLog {
    private static final ThreadLocal<Boolean> OURS = ThreadLocal.withInitial(() -> false);
    /** Category of Keycloak's ServicesLogger; held, because a logger nobody holds forgets its filter. */
    private static final Logger SERVICES = Logger.getLogger("org.keycloak.services");

    static {
        Optional<Filter> former = Optional.ofNullable(SERVICES.getFilter());
        SERVICES.setFilter(record ->
                !OURS.get() && former.map(filter -> filter.isLoggable(record)).orElse(true));
    }

    private SenderLog() {}

    /** Does the work; what Keycloak's services log meanwhile on this thread is dropped. */
    static void silently(Work work) throws Exception {
        OURS.set(true);
        try {
            work.run();
        } finally {
            OURS.remove();
        }
    }

    /** Something that may fail. */
    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }
}
