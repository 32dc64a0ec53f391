package fr.prosante.keycloak.card;

import fr.prosante.keycloak.card.core.crl.CrlService;
import fr.prosante.keycloak.card.core.crl.ListState;
import java.net.URI;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/** Tells operators of revocation lists: in the log, in the meters, and on the console's page about the server. */
final class ListWatch implements CrlService.Listener {

    private static final Logger LOG = Logger.getLogger(ListWatch.class);

    private final ListMeters meters = new ListMeters();
    private final Map<URI, String> problems = new ConcurrentHashMap<>();

    @Override
    public void loaded(ListState state) {
        problems.remove(state.uri());
        LOG.infof("revocation list %s: %s", state.uri(), described(state));
        meters.show(state);
    }

    /** A warning when the trouble begins or changes, not each minute that it lasts. */
    @Override
    public void failed(ListState state) {
        String problem = state.problem().orElse("");
        boolean known = problem.equals(problems.put(state.uri(), problem));
        LOG.logf(
                known ? Logger.Level.DEBUG : Logger.Level.WARN,
                "revocation list %s: %s",
                state.uri(),
                described(state));
        meters.show(state);
    }

    @Override
    public void letGo(URI uri) {
        problems.remove(uri);
        LOG.infof("revocation list %s: let go, nobody asks for it", uri);
        meters.hide(uri);
    }

    static Map<String, String> told(Collection<ListState> states) {
        Map<String, String> told = new TreeMap<>();
        states.forEach(state -> told.put("revocation list " + state.uri(), described(state)));
        return told;
    }

    private static String described(ListState state) {
        String list = state.thisUpdate()
                .map(time -> state.entries() + " entries, of " + time + ", next update "
                        + state.nextUpdate().map(Object::toString).orElse("unknown"))
                .orElse("none loaded");
        return state.problem().map(problem -> problem + "; at hand: " + list).orElse(list);
    }
}
