package fr.prosante.keycloak.mail;

import org.jboss.logging.Logger;
import org.keycloak.models.AbstractKeycloakTransaction;
import org.keycloak.models.KeycloakSession;

/** Mails that tell of something leave when it has been committed; of what was rolled back nothing is told. */
public final class AfterCommit extends AbstractKeycloakTransaction {
    private static final Logger LOG = Logger.getLogger(AfterCommit.class);

    private final Runnable work;

    private AfterCommit(Runnable work) {
        this.work = work;
    }

    /** Does it when the request's transaction has ended well. What goes wrong then is logged, for nothing can be undone any more. */
    public static void of(KeycloakSession request, Runnable work) {
        request.getTransactionManager().enlistAfterCompletion(new AfterCommit(work));
    }

    @Override
    protected void commitImpl() {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.warnf("a notice was not sent: %s", e.getClass().getName());
            LOG.debug("the cause", e);
        }
    }

    @Override
    protected void rollbackImpl() {
        // It did not happen: nothing to tell.
    }
}
