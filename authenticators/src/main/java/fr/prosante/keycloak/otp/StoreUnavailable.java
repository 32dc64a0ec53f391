package fr.prosante.keycloak.otp;

import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The store of the codes does not answer: its node is being stopped, or the others are out of reach. It is not the user's
 * fault, and a moment later or on another node it is over.
 */
final class StoreUnavailable extends RuntimeException {
    private static final Logger LOG = Logger.getLogger(StoreUnavailable.class);

    private StoreUnavailable(Throwable cause) {
        super(cause);
    }

    /** What asks the store. */
    static <T> T guard(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            LOG.warnf("the store of the codes does not answer: %s", e.getClass().getName());
            LOG.debug("the cause", e);
            throw new StoreUnavailable(e);
        }
    }

    /** Tells it; the database may be away with the store. */
    static void tell(Runnable event) {
        try {
            event.run();
        } catch (RuntimeException e) {
            LOG.warnf("an event was not recorded: %s", e.getClass().getName());
            LOG.debug("the cause", e);
        }
    }
}
