package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.crl.CrlService;
import fr.prosante.keycloak.card.core.crl.ListState;
import java.net.URI;
import org.jboss.logging.Logger;

/** Tells operators of revocation lists. */
final class ListLog implements CrlService.Listener {

    private static final Logger LOG = Logger.getLogger(ListLog.class);

    @Override
    public void loaded(ListState state) {
        LOG.infof(
                "revocation list %s: %d entries, of %s, next update %s",
                state.uri(),
                state.entries(),
                state.thisUpdate().orElse(null),
                state.nextUpdate().orElse(null));
    }

    @Override
    public void failed(URI uri, String problem) {
        LOG.warnf("revocation list %s: %s", uri, problem);
    }
}
